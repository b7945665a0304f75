package dev.hatcheck.engine.insight;

import java.util.stream.IntStream;

/** Puts millions in the order of small numbers that they have, by counting: none is compared with another. */
final class Buckets {
    private Buckets() {}

    /** All from 0 on, by the number of each, from 0 to the highest; those of the same number stay in order. */
    static int[] ordered(int[] numbers, int highest) {
        return ordered(IntStream.range(0, numbers.length).toArray(), numbers, highest);
    }

    /** The same of some that are in another order before. */
    static int[] ordered(int[] given, int[] numbers, int highest) {
        int[] next = new int[highest + 2];
        for (int number : numbers) {
            next[number + 1]++;
        }
        for (int number = 1; number <= highest; number++) {
            next[number] += next[number - 1];
        }
        int[] ordered = new int[given.length];
        for (int one : given) {
            ordered[next[numbers[one]]++] = one;
        }
        return ordered;
    }
}
