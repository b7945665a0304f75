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
        int[] old = runs(before, runsBefore);
        int[] fresh = runs(after, runsAfter);
        ordered = Buckets.ordered(Buckets.ordered(fresh, runsAfter.count() - 1), old, runsBefore.count() - 1);
        long[] found = new long[ordered.length];
        int[] from = new int[ordered.length + 1];
        int count = 0;
        for (int i = 0; i < ordered.length; i++) {
            long standing = standingOfRuns(old[ordered[i]], fresh[ordered[i]]);
            if (count == 0 || standing != found[count - 1]) {
                found[count] = standing;
                from[count++] = i;
            }
        }
        from[count] = ordered.length;
        standings = Arrays.copyOf(found, count);
        begins = Arrays.copyOf(from, count + 1);
    }

    private static int[] runs(Dimension<?> dimension, Runs runs) {
        return IntStream.range(0, dimension.size())
                .parallel()
                .map(i -> runs.of(dimension.rank(i)))
                .toArray();
    }

    /** Both dimensions have to be of the same classes. */
    static <V> Fact<V> of(Dimension<V> before, Dimension<V> after, Runs runsBefore, Runs runsAfter) {
        return new Fact<>(before, after, runsBefore, runsAfter);
    }

    private long standing(int rankBefore, int rankAfter) {
        return standingOfRuns(runsBefore.of(rankBefore), runsAfter.of(rankAfter));
    }

    private static long standingOfRuns(int before, int after) {
        return (long) before << 32 | after;
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
