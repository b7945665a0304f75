package dev.hatcheck.engine.insight;

import java.util.Comparator;

/**
 * Where two tables disagree: clients about whom a fact decides by a run of the old table, and the same fact or another
 * by a run of the new one.
 *
 * @param decidesBefore which fact decides by the old table
 * @param decidesAfter which by the new one
 * @param before the run of the old table
 * @param after the run of the new table
 */
record Level(int decidesBefore, int decidesAfter, int before, int after) implements Comparable<Level> {
    private static final Comparator<Level> ORDER = Comparator.comparingInt(Level::before)
            .thenComparingInt(Level::after)
            .thenComparingInt(Level::decidesBefore)
            .thenComparingInt(Level::decidesAfter);

    @Override
    public int compareTo(Level other) {
        return ORDER.compare(this, other);
    }
}
