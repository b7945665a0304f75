package dev.hatcheck.engine.insight;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Pairs of runs by which two facts decide, the one before and the other after, in fewer levels than pairs.
 *
 * <p>An entry that was taken away crosses all entries of other facts behind it. Where nothing that is possible together
 * with it tells their runs apart, one level is enough for all that put the same in force: the last. The same goes for
 * an entry that was added.
 */
final class Crossings {
    private static final int MOST = 1 << 23;
    private static final int MANY = 2;
    private static final long MOST_STEPS = 1L << 30;

    private final List<Fact<?>> facts;
    private final int one;
    private final int other;
    private final Runs before;
    private final Runs after;
    private long[] pairs = new long[64];
    private int count;
    private long steps;

    Crossings(List<Fact<?>> facts, int one, int other, Runs before, Runs after) {
        this.facts = facts;
        this.one = one;
        this.other = other;
        this.before = before;
        this.after = after;
    }

    void add(int runBefore, int runAfter) {
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * count);
        }
        pairs[count++] = pair(runBefore, runAfter);
    }

    /** Whether there are too many to go on. */
    boolean isFull() {
        return count >= MOST;
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | low;
    }

    /** The levels, none twice, in the order of the run before. */
    List<Level> levels() {
        long[] byBefore = raised(LongStream.of(pairs).limit(count), true);
        long[] byAfter = raised(LongStream.of(byBefore).map(Crossings::turned), false);
        return LongStream.of(byAfter)
                .map(Crossings::turned)
                .sorted()
                .mapToObj(pair -> new Level(one, other, (int) (pair >>> 32), (int) pair))
                .toList();
    }

    private static long turned(long pair) {
        return pair(((int) pair), (int) (pair >>> 32));
    }

    /** Of pairs with the same upper run the lower ones raised as far as they may be. */
    private long[] raised(LongStream unsorted, boolean isBefore) {
        long[] all = unsorted.sorted().distinct().toArray();
        int from = 0;
        while (from < all.length) {
            int to = from;
            while (to < all.length && all[to] >>> 32 == all[from] >>> 32) {
                to++;
            }
            if (to - from >= MANY && steps < MOST_STEPS) {
                raise(all, from, to, isBefore);
            }
            from = to;
        }
        return LongStream.of(all).sorted().distinct().toArray();
    }

    private void raise(long[] all, int from, int to, boolean isBefore) {
        int fixed = (int) (all[from] >>> 32);
        Runs raised = isBefore ? after : before;
        BitSet used = used(fixed, isBefore);
        int[] last = new int[to - from];
        Map<Integer, Integer> reach = new HashMap<>();
        int bound = Integer.MAX_VALUE;
        for (int i = to - 1; i >= from; i--) {
            int run = (int) all[i];
            if (bound != Integer.MAX_VALUE) {
                keepUnblocked(reach, used, run, bound, raised);
            }
            last[i - from] = reach.getOrDefault(raised.terms(run), run);
            reach.put(raised.terms(run), last[i - from]);
            bound = run;
        }
        for (int i = from; i < to; i++) {
            all[i] = pair(fixed, last[i - from]);
        }
    }

    /** Forgets what a run between two, the first of them included, puts an end to. */
    private static void keepUnblocked(Map<Integer, Integer> reach, BitSet used, int first, int end, Runs runs) {
        for (int run = used.nextSetBit(first);
                run >= 0 && run < end && !reach.isEmpty();
                run = used.nextSetBit(run + 1)) {
            int terms = runs.terms(run);
            reach.keySet().removeIf(other -> other != terms);
        }
    }

    /** The runs that others than the raised fact have, as far as they are possible at a level with this run. */
    private BitSet used(int fixed, boolean isBefore) {
        var used = new BitSet();
        int decides = isBefore ? one : other;
        int raisedFact = isBefore ? other : one;
        Runs runs = isBefore ? before : after;
        for (int fact = 0; fact < facts.size(); fact++) {
            if (fact == raisedFact) {
                continue;
            }
            Fact<?> it = facts.get(fact);
            steps += it.count();
            for (int i = 0; i < it.count(); i++) {
                int run = isBefore ? it.before(i) : it.after(i);
                boolean isSame = runs.terms(run) == runs.terms(fixed);
                if (fact == decides ? isSame && run <= fixed : isSame || run >= fixed) {
                    used.set(isBefore ? it.after(i) : it.before(i));
                }
            }
        }
        return used;
    }
}
