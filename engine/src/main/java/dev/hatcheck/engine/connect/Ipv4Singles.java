package dev.hatcheck.engine.connect;

import java.util.Arrays;

/**
 * The places of a great many single addresses of IPv4 in a sorted list of them, and the lowest rank at each place.
 *
 * <p>What counts is how little memory a search goes to. So the bits of an address are shuffled first, without loss,
 * which spreads evenly what addresses tables hold, and the list is sorted by what comes out. Its upper half names a
 * stretch of the list, so only the lower half has to stand there: a million addresses take two megabytes. And how far
 * into its stretch a lower half stands can be guessed from its value, as they are even: the guess is a place or two
 * off.
 */
final class Ipv4Singles {
    /** The place of an address that is not in the list. */
    static final int NOWHERE = -1;

    private static final int HALF = 16;
    private static final int RANK_BITS = 31;
    /** Longer stretches come of addresses that were chosen for it; there a guess may be far off. */
    private static final int UNEVEN = 1 << 10;

    private final char[] lowerHalves;
    private final int[] ranks;
    /** For each upper half where its stretch begins, and last where the last one ends. */
    private final int[] stretches;

    /** A list of ranges of IPv4 that hold one address each, the lowest rank first. */
    Ipv4Singles(RankedRanges singles) {
        long[] sorted = new long[singles.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = shuffled((int) singles.range(i).first().low()) << RANK_BITS | singles.rank(i);
        }
        if (sorted.length > 0) {
            Arrays.sort(sorted); // which is much to load for a first start, if there is nothing to sort
        }
        int count = 0;
        for (long next : sorted) {
            if (count == 0 || next >> RANK_BITS != sorted[count - 1] >> RANK_BITS) {
                sorted[count++] = next; // its first, and so lowest, rank
            }
        }
        lowerHalves = new char[count];
        ranks = new int[count];
        stretches = new int[count == 0 ? 0 : (1 << HALF) + 1];
        for (int place = 0; place < count; place++) {
            long shuffled = sorted[place] >> RANK_BITS;
            lowerHalves[place] = (char) shuffled;
            ranks[place] = (int) sorted[place] & Integer.MAX_VALUE;
            stretches[(int) (shuffled >> HALF) + 1] = place + 1;
        }
        for (int half = 1; half < stretches.length; half++) {
            stretches[half] = Math.max(stretches[half], stretches[half - 1]);
        }
    }

    /** How many addresses there are; places count from 0. */
    int count() {
        return ranks.length;
    }

    /** The lowest rank of the address at a place. */
    int rank(int place) {
        return ranks[place];
    }

    /** Where an address stands, or {@link #NOWHERE}. */
    int place(int address) {
        if (ranks.length == 0) {
            return NOWHERE;
        }
        long shuffled = shuffled(address);
        int upperHalf = (int) (shuffled >> HALF);
        char lowerHalf = (char) shuffled;
        int begin = stretches[upperHalf];
        int end = stretches[upperHalf + 1];
        return end - begin < UNEVEN
                ? guessed(begin, end, lowerHalf)
                : Math.max(NOWHERE, Arrays.binarySearch(lowerHalves, begin, end, lowerHalf));
    }

    private int guessed(int begin, int end, char lowerHalf) {
        int place = begin + ((end - begin) * lowerHalf >> HALF);
        while (place < end && lowerHalves[place] < lowerHalf) {
            place++;
        }
        while (place > begin && lowerHalves[place - 1] >= lowerHalf) {
            place--;
        }
        return place < end && lowerHalves[place] == lowerHalf ? place : NOWHERE;
    }

    /** An odd factor loses nothing; this one makes the upper bits depend on all bits. */
    private static long shuffled(int address) {
        return Integer.toUnsignedLong(address * OpenAddressing.GOLDEN);
    }
}
