package dev.hatcheck.engine.insight;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The ranks that two tables give the classes of a fact. What stands behind {@code ALL} stands just behind it.
 *
 * <p>Immutable.
 */
final class Ranked {
    private final int[] before;
    private final int[] after;
    private final int lastBefore;
    private final int lastAfter;
    /** For each rank of the old table the highest by the new one of the classes behind it. */
    private final int[] highestBehind;

    private Ranked(int[] before, int[] after, int lastBefore, int lastAfter) {
        this.before = before;
        this.after = after;
        this.lastBefore = lastBefore;
        this.lastAfter = lastAfter;
        highestBehind = new int[lastBefore + 1];
        Arrays.fill(highestBehind, -1);
        for (int i = 0; i < before.length; i++) {
            if (before[i] > 0) {
                highestBehind[before[i] - 1] = Math.max(highestBehind[before[i] - 1], after[i]);
            }
        }
        for (int rank = lastBefore - 1; rank >= 0; rank--) {
            highestBehind[rank] = Math.max(highestBehind[rank], highestBehind[rank + 1]);
        }
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

    int count() {
        return before.length;
    }

    int before(int i) {
        return before[i];
    }

    int after(int i) {
        return after[i];
    }

    /** The highest rank by the new table of the classes behind a rank of the old one; -1 if there are none. */
    int highestBehind(int rank) {
        return highestBehind[rank];
    }

    /** Whether it may be in nobody's way: it has a class that stands behind {@code ALL} in both tables. */
    boolean canBeBehindAll() {
        return highestBehind[lastBefore] > lastAfter;
    }

    boolean decidesBefore() {
        return Arrays.stream(before).anyMatch(rank -> rank <= lastBefore);
    }

    boolean decidesAfter() {
        return Arrays.stream(after).anyMatch(rank -> rank <= lastAfter);
    }

    /** The classes by their ranks of the old table, the last first. */
    int[] lastFirst() {
        int[] next = new int[lastBefore + 3];
        for (int rank : before) {
            next[lastBefore + 2 - rank]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] ordered = new int[before.length];
        for (int i = 0; i < before.length; i++) {
            ordered[next[lastBefore + 1 - before[i]]++] = i;
        }
        return ordered;
    }
}
