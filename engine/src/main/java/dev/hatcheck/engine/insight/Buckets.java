package dev.hatcheck.engine.insight;

import java.util.function.IntUnaryOperator;

/** Puts millions in the order of small numbers that they have, by counting: none is compared with another. */
final class Buckets {
    private Buckets() {}

    /** All from 0 on, by the number of each, from 0 to the highest; those of the same number stay in order. */
    static int[] ordered(int[] numbers, int highest) {
        return ordered(IntUnaryOperator.identity(), numbers, highest);
    }

    /** The same of all in another order that they have before. */
    static int[] ordered(int[] before, int[] numbers, int highest) {
        return ordered(i -> before[i], numbers, highest);
    }

    private static int[] ordered(IntUnaryOperator before, int[] numbers, int highest) {
        int[] next = new int[highest + 2];
        for (int number : numbers) {
            next[number + 1]++;
        }
        for (int number = 1; number <= highest; number++) {
            next[number] += next[number - 1];
        }
        int[] ordered = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            int one = before.applyAsInt(i);
            ordered[next[numbers[one]]++] = one;
        }
        return ordered;
    }
}
