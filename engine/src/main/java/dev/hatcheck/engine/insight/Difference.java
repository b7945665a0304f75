package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.ListenerParameters;
import java.util.List;

/**
 * The clients whom two tables treat differently, and how.
 *
 * <p>Tables of the same meaning have no difference, however they are written. Takes time in proportion to the tables,
 * and for each place where they disagree, as long as these are few. Where both together put more than 128 different
 * terms in force and they have little in common, only some changes are told: these are right, but they are not all.
 *
 * @param changes each a different pair of what is in force, those higher in the old table first; no client is in the
 *     regions of two
 * @param isComplete whether these are all
 */
public record Difference(List<Change> changes, boolean isComplete) {
    private static final int MOST_COMBINED = 2_000;

    public Difference {
        changes = List.copyOf(changes);
    }

    /** What an old and a new table, of listeners that are set alike, do with all possible clients. */
    public static Difference of(Engine before, Engine after) {
        if (!before.settings()
                .value(ListenerParameters.USE_SENDERBASE)
                .equals(after.settings().value(ListenerParameters.USE_SENDERBASE))) {
            throw new IllegalArgumentException("one listener asks for reputations, the other does not");
        }
        return of(before, after, MOST_COMBINED);
    }

    /** The same, where more sets with any combination of values than these are not told one by one. */
    static Difference of(Engine before, Engine after, int mostCombined) {
        return new Comparison(before, after).difference(mostCombined);
    }
}
