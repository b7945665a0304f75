package dev.hatcheck.engine.connect;

import java.util.Arrays;

/**
 * The lowest rank for each of many single addresses of IPv4.
 *
 * <p>A hash table with open addressing. A slot is one long: in the upper half the address, in the lower half its rank;
 * so whoever finds the address has the rank at hand. Ranks are added from the lowest on.
 */
final class Ipv4Singles {
    private static final long FREE = -1; // no rank is negative

    private final long[] slots;
    private final int shift;

    /** Room for a number of addresses. */
    Ipv4Singles(int count) {
        int bits = OpenAddressing.bits(count);
        slots = new long[1 << bits];
        Arrays.fill(slots, FREE);
        shift = Integer.SIZE - bits;
    }

    void add(int address, int rank) {
        int slot = slot(address);
        if (slots[slot] == FREE) {
            slots[slot] = (long) address << 32 | rank;
        }
    }

    int of(int address) {
        long found = slots[slot(address)];
        return found == FREE ? Rank.NONE : (int) found;
    }

    /** Where an address stands, or the free slot where it would. */
    private int slot(int address) {
        int slot = address * OpenAddressing.GOLDEN >>> shift;
        while (slots[slot] != FREE && (int) (slots[slot] >> 32) != address) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
