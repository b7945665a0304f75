package dev.hatcheck.engine.insight;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Finds of the standings of a fact those with low runs in the new table, by a tree of the lowest of each part. */
final class LowestAfter {
    private final int leaves;
    private final int[] lowest;

    LowestAfter(Fact<?> fact) {
        leaves = Math.max(1, Integer.highestOneBit(2 * fact.count() - 1));
        lowest = new int[2 * leaves];
        Arrays.fill(lowest, Integer.MAX_VALUE);
        for (int i = 0; i < fact.count(); i++) {
            lowest[leaves + i] = fact.after(i);
        }
        for (int node = leaves - 1; node > 0; node--) {
            lowest[node] = Math.min(lowest[2 * node], lowest[2 * node + 1]);
        }
    }

    /** Tells the runs below this one of the standings from one on, as long as it is told to go on. */
    boolean below(int run, int from, IntPredicate each) {
        return visit(1, 0, leaves, run, from, each);
    }

    private boolean visit(int node, int first, int size, int run, int from, IntPredicate each) {
        if (first + size <= from || lowest[node] >= run) {
            return true;
        }
        if (size == 1) {
            return each.test(lowest[node]);
        }
        int half = size / 2;
        return visit(2 * node, first, half, run, from, each)
                && visit(2 * node + 1, first + half, half, run, from, each);
    }
}
