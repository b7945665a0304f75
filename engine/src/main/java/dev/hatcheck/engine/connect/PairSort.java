package dev.hatcheck.engine.connect;

import java.util.stream.IntStream;

/**
 * Sorts numbers of 128 bits that stand in an array as two longs each, the upper one first.
 *
 * <p>It merges neighbours into longer and longer stretches, with as many processors as there are. Of millions of
 * addresses this takes a third of what sorting objects takes, each of which lies elsewhere.
 */
final class PairSort {
    private static final int WIDTH = 2;
    /** Of fewer numbers the work is done before others have begun to help. */
    private static final int MANY = 1 << 14;

    private PairSort() {}

    /** The pairs in order, in this array or another; the array is made use of. */
    static long[] sorted(long... pairs) {
        long[] from = pairs;
        long[] to = new long[pairs.length];
        for (int width = WIDTH; width < pairs.length; width *= 2) {
            merge(from, to, width);
            long[] merged = to;
            to = from;
            from = merged;
        }
        return from;
    }

    private static void merge(long[] from, long[] to, int width) {
        int last = (from.length - 1) / (2 * width);
        if (from.length < MANY) {
            for (int i = 0; i <= last; i++) {
                mergeNeighbours(from, to, width, i);
            }
        } else {
            IntStream.rangeClosed(0, last).parallel().forEach(i -> mergeNeighbours(from, to, width, i));
        }
    }

    private static void mergeNeighbours(long[] from, long[] to, int width, int i) {
        int start = 2 * width * i;
        int middle = Math.min(start + width, from.length);
        merge(from, to, start, middle, Math.min(middle + width, from.length));
    }

    /** One stretch of two that stand behind each other. */
    private static void merge(long[] from, long[] to, int start, int middle, int end) {
        if (middle == end || !isBefore(from, middle, middle - WIDTH)) {
            System.arraycopy(from, start, to, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int at = start; at < end; at += WIDTH) {
            boolean isRight = left == middle || right < end && isBefore(from, right, left);
            int next = isRight ? right : left;
            to[at] = from[next];
            to[at + 1] = from[next + 1];
            right += isRight ? WIDTH : 0;
            left += isRight ? 0 : WIDTH;
        }
    }

    private static boolean isBefore(long[] pairs, int one, int other) {
        return pairs[one] < pairs[other] || pairs[one] == pairs[other] && pairs[one + 1] < pairs[other + 1];
    }
}
