package dev.hatcheck.engine.insight;

import java.util.stream.IntStream;

/**
 * The classes of a fact in the order of the ranks that the old table gives them, with those of the new one. What stands
 * behind {@code ALL} stands just behind it.
 *
 * <p>In this order all that is known by rank is gone through as it lies in memory. Immutable.
 */
final class Ranked {
    private final int[] classes;
    private final int[] before;
    private final int[] after;
    /** How many classes stand before ALL or at it in the old table. */
    private final int deciding;

    private final int lastAfter;

    private Ranked(int[] before, int[] after, int lastBefore, int lastAfter) {
        this.classes = Buckets.ordered(before, lastBefore + 1);
        this.before = picked(before, classes);
        this.after = picked(after, classes);
        this.deciding =
                (int) IntStream.of(before).filter(rank -> rank <= lastBefore).count();
        this.lastAfter = lastAfter;
    }

    /** A fact whose dimensions are of the same classes, by tables with these ranks of {@code ALL}. */
    static Ranked of(Dimension<?> before, Dimension<?> after, int lastBefore, int lastAfter) {
        return new Ranked(ranks(before, lastBefore), ranks(after, lastAfter), lastBefore, lastAfter);
    }

    private static int[] ranks(Dimension<?> dimension, int last) {
        return IntStream.range(0, dimension.size())
                .map(i -> Math.min(dimension.rank(i), last + 1))
                .toArray();
    }

    /** What {@code ALL} asks about: everybody is of one class. */
    static Ranked everybody(int lastBefore, int lastAfter) {
        return new Ranked(new int[] {lastBefore}, new int[] {lastAfter}, lastBefore, lastAfter);
    }

    private static int[] picked(int[] from, int... places) {
        return IntStream.of(places).map(place -> from[place]).toArray();
    }

    int count() {
        return classes.length;
    }

    /** How many of the first are not behind {@code ALL} in the old table, and so decide if no other fact does. */
    int deciding() {
        return deciding;
    }

    /** Whether there is one that is not behind {@code ALL} in the new table. */
    boolean decidesAfter() {
        return IntStream.of(after).anyMatch(rank -> rank <= lastAfter);
    }

    /** Whether it may be in nobody's way: it has a class that stands behind {@code ALL} in both tables. */
    boolean canBeBehindAll() {
        return IntStream.range(deciding, count()).anyMatch(i -> after[i] > lastAfter);
    }

    /** The class that is the so manieth of the old table, as its dimension counts them. */
    int classAt(int i) {
        return classes[i];
    }

    int before(int i) {
        return before[i];
    }

    int after(int i) {
        return after[i];
    }

    /**
     * For each rank up to {@code ALL}'s of the old table the highest by the new one of the classes behind it; -1 for
     * none.
     */
    int[] highestBehind(int count) {
        int[] highest = new int[count];
        int best = -1;
        int next = count() - 1;
        for (int rank = count - 1; rank >= 0; rank--) {
            for (; next >= 0 && before[next] > rank; next--) {
                best = Math.max(best, after[next]);
            }
            highest[rank] = best;
        }
        return highest;
    }
}
