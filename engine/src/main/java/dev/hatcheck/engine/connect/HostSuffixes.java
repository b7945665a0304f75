package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.HostName;
import java.util.Arrays;

/**
 * The lowest rank for each host name, by the name itself and by the names that it lies below.
 *
 * <p>A hash table with open addressing. A name's hash is counted from its last character to its first, so a single walk
 * over a client's name comes by the hash of every suffix: a probe for each label, and no text is copied. The walk ends
 * where no entry lies deeper, so that labels that only the client has cost no visit to far memory.
 */
final class HostSuffixes {
    private static final int FREE = 0;
    private static final int BITS_A_SLOT = 8;

    private final int[] tags;
    private final String[] names;
    private final int[] itself;
    private final int[] below;
    /** A bit for each hash of a suffix that an entry lies below; others that share the bit cost a probe more. */
    private final long[] deeper;

    /** Room for a number of names; at least every other slot stays free, so that runs are short and end. */
    HostSuffixes(int count) {
        int slots = 1 << OpenAddressing.bits(count);
        tags = new int[slots];
        names = new String[slots];
        itself = unranked(slots);
        below = unranked(slots);
        deeper = new long[Math.max(1, slots * BITS_A_SLOT / Long.SIZE)];
    }

    /** An entry that means the name itself. */
    void add(HostName name, int rank) {
        int slot = claim(name.text());
        itself[slot] = Math.min(itself[slot], rank);
    }

    /** An entry that means all names below this one. */
    void addBelow(HostName suffix, int rank) {
        int slot = claim(suffix.text());
        below[slot] = Math.min(below[slot], rank);
    }

    /** The lowest rank of the entries that mean a name. */
    int of(HostName name) {
        String text = name.text();
        int lowest = Rank.NONE;
        int hash = 0;
        for (int i = text.length() - 1; i > 0; i--) {
            char c = text.charAt(i);
            if (c == '.') {
                lowest = Math.min(lowest, below[slot(text, i + 1, hash)]);
                if (!mayHaveDeeper(hash)) {
                    return lowest;
                }
            }
            hash = further(hash, c);
        }
        return Math.min(lowest, itself[slot(text, 0, further(hash, text.charAt(0)))]);
    }

    private static int further(int hash, char c) {
        return 31 * hash + c;
    }

    /** Where the suffix of a text stands, or the free slot where it would; a free slot has no ranks. */
    private int slot(String text, int from, int hash) {
        int last = tags.length - 1;
        int tag = tag(hash);
        int slot = tag >>> 1 & last;
        while (tags[slot] != FREE && !(tags[slot] == tag && isSuffix(names[slot], text, from))) {
            slot = slot + 1 & last;
        }
        return slot;
    }

    /**
     * A hash that is never 0, and whose bits are mixed: those of names that differ in one character lie side by side.
     */
    private static int tag(int hash) {
        int product = hash * OpenAddressing.GOLDEN;
        return product ^ product >>> 16 | 1;
    }

    private static boolean isSuffix(String name, String text, int from) {
        return name.length() == text.length() - from && text.regionMatches(from, name, 0, name.length());
    }

    private int claim(String name) {
        int hash = 0;
        for (int i = name.length() - 1; i >= 0; i--) {
            if (name.charAt(i) == '.') {
                markDeeper(hash);
            }
            hash = further(hash, name.charAt(i));
        }
        int slot = slot(name, 0, hash);
        tags[slot] = tag(hash);
        names[slot] = name;
        return slot;
    }

    private boolean mayHaveDeeper(int suffixHash) {
        int bit = tag(suffixHash) >>> 1;
        return (deeper[bit / Long.SIZE & deeper.length - 1] & 1L << bit) != 0;
    }

    private void markDeeper(int suffixHash) {
        int bit = tag(suffixHash) >>> 1;
        deeper[bit / Long.SIZE & deeper.length - 1] |= 1L << bit;
    }

    private static int[] unranked(int size) {
        int[] ranks = new int[size];
        Arrays.fill(ranks, Rank.NONE);
        return ranks;
    }
}
