package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.HostName;
import java.util.Arrays;

/**
 * The lowest rank for each host name, by the name itself and by the names that it lies below.
 *
 * <p>A hash table with open addressing. Its keys are what the HAT writes: {@code mx.example.com} for a name,
 * {@code .example.com} for all below one. A key's hash is counted from its last character to its first, so a single
 * walk over a client's name comes by the hash of every key that can mean it: at each dot, and at the start.
 *
 * <p>Few of these are keys of an entry. A filter, small enough to stay near, tells which cannot be, and where no entry
 * lies deeper, so that the walk ends. A key that is one costs two visits to far memory: its slot and its characters.
 */
final class HostSuffixes {
    /** What a slot holds: the tag, which is 0 in a free one, the rank, and where the characters begin and end. */
    private static final int WIDTH = 4;

    private static final int RANK = 1;
    private static final int BEGIN = 2;
    private static final int END = 3;
    private static final int FREE = 0;
    private static final int CELLS_A_SLOT = 4;
    private static final int USUAL_LENGTH = 16;

    private final int[] slots;
    /** The characters of all keys, which are ASCII, one key after the other. */
    private byte[] characters;

    private int used;
    private final SuffixFilter filter;

    /** Room for a number of names; at least every other slot stays free, so that runs are short and end. */
    HostSuffixes(int count) {
        int room = 1 << OpenAddressing.bits(count);
        slots = new int[WIDTH * room];
        characters = new byte[USUAL_LENGTH * count];
        filter = new SuffixFilter(CELLS_A_SLOT * room);
    }

    /** An entry that means the name itself. */
    void add(HostName name, int rank) {
        addKey(name.text(), rank);
    }

    /** An entry that means all names below this one. */
    void addBelow(HostName suffix, int rank) {
        addKey("." + suffix.text(), rank);
    }

    /** The lowest rank of the entries that mean a name. */
    int of(HostName name) {
        String text = name.text();
        int lowest = Rank.NONE;
        int hash = 0;
        for (int i = text.length() - 1; i > 0; i--) {
            char c = text.charAt(i);
            hash = further(hash, c);
            if (c == '.') {
                lowest = Math.min(lowest, rank(text, i, tag(hash)));
                if (!filter.mayHaveDeeper(tag(hash))) {
                    return lowest;
                }
            }
        }
        return Math.min(lowest, rank(text, 0, tag(further(hash, text.charAt(0)))));
    }

    private static int further(int hash, char c) {
        return 31 * hash + c;
    }

    /**
     * A hash that is never 0, and whose bits are mixed: those of names that differ in one character lie side by side.
     */
    private static int tag(int hash) {
        int product = hash * OpenAddressing.GOLDEN;
        int mixed = product ^ product >>> 16;
        return mixed == FREE ? 1 : mixed;
    }

    /** The rank of the key that a text ends with. */
    private int rank(String text, int from, int tag) {
        if (!filter.mayBeKey(tag)) {
            return Rank.NONE;
        }
        int slot = slot(text, from, tag);
        return slots[slot] == FREE ? Rank.NONE : slots[slot + RANK];
    }

    /** Where the end of a text stands as a key, or the free slot where it would. */
    private int slot(String text, int from, int tag) {
        int last = slots.length - 1;
        int slot = WIDTH * tag & last;
        while (slots[slot] != FREE && !(slots[slot] == tag && isKey(slot, text, from))) {
            slot = slot + WIDTH & last;
        }
        return slot;
    }

    private boolean isKey(int slot, String text, int from) {
        int begin = slots[slot + BEGIN];
        int length = slots[slot + END] - begin;
        if (length != text.length() - from) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (characters[begin + i] != text.charAt(from + i)) {
                return false;
            }
        }
        return true;
    }

    private void addKey(String key, int rank) {
        int hash = 0;
        for (int i = key.length() - 1; i > 0; i--) {
            hash = further(hash, key.charAt(i));
            if (key.charAt(i) == '.') {
                filter.addDeeper(tag(hash));
            }
        }
        int tag = tag(further(hash, key.charAt(0)));
        filter.addKey(tag);
        int slot = slot(key, 0, tag);
        if (slots[slot] == FREE) {
            claim(slot, tag, key);
            slots[slot + RANK] = rank;
        } else {
            slots[slot + RANK] = Math.min(slots[slot + RANK], rank);
        }
    }

    private void claim(int slot, int tag, String key) {
        int end = used + key.length();
        if (end > characters.length) {
            characters = Arrays.copyOf(characters, 2 * end);
        }
        for (int i = 0; i < key.length(); i++) {
            characters[used + i] = (byte) key.charAt(i);
        }
        slots[slot] = tag;
        slots[slot + BEGIN] = used;
        slots[slot + END] = end;
        used = end;
    }
}
