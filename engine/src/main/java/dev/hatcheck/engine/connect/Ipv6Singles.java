package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;
import java.util.Arrays;

/**
 * The lowest rank for each of many single addresses of IPv6.
 *
 * <p>A hash table with open addressing; a slot is three longs side by side, the halves of the address and
 * its rank.
 */
final class Ipv6Singles {
    private static final int WIDTH = 3;
    private static final long FREE = -1;

    private final long[] slots;
    private final int shift;

    /** The addresses of ranges of IPv6 that hold one each, the lowest rank first. */
    Ipv6Singles(RankedRanges singles) {
        int bits = OpenAddressing.bits(singles.size());
        slots = new long[WIDTH << bits];
        Arrays.fill(slots, FREE);
        shift = Integer.SIZE - bits;
        for (int i = 0; i < singles.size(); i++) {
            add(singles.range(i).first(), singles.rank(i));
        }
    }

    private void add(IpAddress address, int rank) {
        int slot = slot(address);
        if (slots[slot + 2] == FREE) {
            slots[slot] = address.high();
            slots[slot + 1] = address.low();
            slots[slot + 2] = rank;
        }
    }

    int of(IpAddress address) {
        long rank = slots[slot(address) + 2];
        return rank == FREE ? Rank.NONE : (int) rank;
    }

    /** Where an address stands, or the free slot where it would. */
    private int slot(IpAddress address) {
        long both = 31 * address.high() + address.low();
        int slot = WIDTH * (Long.hashCode(both) * OpenAddressing.GOLDEN >>> shift);
        while (slots[slot + 2] != FREE && !(slots[slot] == address.high() && slots[slot + 1] == address.low())) {
            slot = slot + WIDTH == slots.length ? 0 : slot + WIDTH;
        }
        return slot;
    }
}
