package dev.hatcheck.engine.insight;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A fact as two tables see it: where its classes stand in both.
 *
 * <p>A standing is a run of the one table and a run of the other. Classes of the same standing are treated alike by
 * both, so they are one. Standings are counted from 0, in the order of the run before. Immutable.
 *
 * @param <V> the type of the values
 */
final class Fact<V> {
    private final Dimension<V> before;
    private final Dimension<V> after;
    private final Runs runsBefore;
    private final Runs runsAfter;
    private final long[] standings;
    /** The classes, those of the first standing first, and where those of each begin. */
    private final int[] ordered;

    private final int[] begins;

    private Fact(Dimension<V> before, Dimension<V> after, Runs runsBefore, Runs runsAfter) {
        this.before = before;
        this.after = after;
        this.runsBefore = runsBefore;
        this.runsAfter = runsAfter;
        long[] all = IntStream.range(0, before.size())
                .parallel()
                .mapToLong(i -> standing(before.rank(i), after.rank(i)))
                .toArray();
        long[] sorted = all.clone();
        Arrays.parallelSort(sorted);
        standings = distinct(sorted);
        int[] standingOf = Arrays.stream(all)
                .parallel()
                .mapToInt(standing -> Arrays.binarySearch(standings, standing))
                .toArray();
        begins = new int[standings.length + 1];
        for (int standing : standingOf) {
            begins[standing + 1]++;
        }
        Arrays.parallelPrefix(begins, Integer::sum);
        int[] next = begins.clone();
        ordered = new int[standingOf.length];
        for (int i = 0; i < standingOf.length; i++) {
            ordered[next[standingOf[i]]++] = i;
        }
    }

    /** Each number once; a stream would make an object of each. */
    private static long[] distinct(long... sorted) {
        long[] distinct = new long[sorted.length];
        int count = 0;
        for (long number : sorted) {
            if (count == 0 || number != distinct[count - 1]) {
                distinct[count++] = number;
            }
        }
        return Arrays.copyOf(distinct, count);
    }

    /** Both dimensions have to be of the same classes. */
    static <V> Fact<V> of(Dimension<V> before, Dimension<V> after, Runs runsBefore, Runs runsAfter) {
        return new Fact<>(before, after, runsBefore, runsAfter);
    }

    private long standing(int rankBefore, int rankAfter) {
        return (long) runsBefore.of(rankBefore) << 32 | runsAfter.of(rankAfter);
    }

    /** The classes as the old table ranks them. */
    Dimension<V> before() {
        return before;
    }

    /** The classes as the new table ranks them. */
    Dimension<V> after() {
        return after;
    }

    /** How many standings there are. */
    int count() {
        return standings.length;
    }

    int before(int standing) {
        return (int) (standings[standing] >>> 32);
    }

    int after(int standing) {
        return (int) standings[standing];
    }

    /** The first standing whose run in the old table is behind this one. */
    int firstBehind(int run) {
        int at = Arrays.binarySearch(standings, (long) run + 1 << 32);
        return at < 0 ? -1 - at : at;
    }

    /** Whether these standings are all there are. */
    boolean isWhole(BitSet among) {
        return among.cardinality() == standings.length;
    }

    /** The classes of these standings. */
    BitSet classes(BitSet among) {
        var classes = new BitSet(ordered.length);
        for (int standing = among.nextSetBit(0); standing >= 0; standing = among.nextSetBit(standing + 1)) {
            for (int i = begins[standing]; i < begins[standing + 1]; i++) {
                classes.set(ordered[i]);
            }
        }
        return classes;
    }

    /** A value of these standings, a natural one if there is any. */
    V witness(BitSet among) {
        return before.natural().stream()
                .filter(value -> isAmong(value, among))
                .findFirst()
                .orElseGet(() -> before.witness(classes(among).nextSetBit(0)));
    }

    private boolean isAmong(V value, BitSet among) {
        int standing = Arrays.binarySearch(standings, standing(before.rankOf(value), after.rankOf(value)));
        return standing >= 0 && among.get(standing);
    }
}
