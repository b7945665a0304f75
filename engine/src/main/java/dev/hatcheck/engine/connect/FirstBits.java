package dev.hatcheck.engine.connect;

import java.util.function.IntUnaryOperator;

/**
 * Where in a sorted list to search: for each value of an address's first bits the stretch that can hold
 * the answer. It turns a search among millions, most steps of which miss the cache, into one among a few.
 */
final class FirstBits {
    private final int[] lastBefore;
    private final int shift;

    /** The directory of a list, not empty, by so many at most of the first 32 bits of each of its addresses. */
    FirstBits(int count, int mostBits, IntUnaryOperator first32) {
        int bits = Math.clamp(32 - Integer.numberOfLeadingZeros(count), 1, mostBits);
        shift = 32 - bits;
        lastBefore = new int[(1 << bits) + 1];
        int place = 0;
        for (int block = 0; block < lastBefore.length; block++) {
            while (place + 1 < count && first32.applyAsInt(place + 1) >>> shift < block) {
                place++;
            }
            lastBefore[block] = place;
        }
    }

    /** The first place where the last address up to one with these first bits can stand. */
    int from(int first32) {
        return lastBefore[first32 >>> shift];
    }

    /** The last place where it can. */
    int to(int first32) {
        return lastBefore[(first32 >>> shift) + 1];
    }
}
