package dev.hatcheck.engine.connect;

/**
 * Where in sorted intervals to search: for each value of an address's first bits the stretch that can hold
 * the answer. It turns a search among millions, most steps of which miss the cache, into one among a few.
 */
final class FirstBits {
    private final int[] lastBefore;
    private final int shift;

    /** The directory of intervals by so many at most of the first 32 bits of where they start. */
    FirstBits(Intervals intervals, int mostBits) {
        int count = intervals.count();
        int bits = Math.clamp(32 - Integer.numberOfLeadingZeros(count), 1, mostBits);
        shift = 32 - bits;
        lastBefore = new int[(1 << bits) + 1];
        int place = 0;
        for (int block = 0; block < lastBefore.length; block++) {
            while (place + 1 < count && intervals.first32(place + 1) >>> shift < block) {
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
