package dev.hatcheck.cli.diff;

import dev.hatcheck.engine.Reputation;
import dev.hatcheck.policies.Score;
import java.util.ArrayList;
import java.util.List;

/** Scores from one to another, both included. */
record ScoreBand(Score low, Score high) {
    /** The bands that scores make, in order. */
    static List<ScoreBand> of(List<Reputation> reputations) {
        var bands = new ArrayList<ScoreBand>();
        for (Reputation reputation : reputations) {
            if (reputation instanceof Reputation.Scored(var score)) {
                if (!bands.isEmpty() && bands.getLast().high().tenths() + 1 == score.tenths()) {
                    bands.set(bands.size() - 1, new ScoreBand(bands.getLast().low(), score));
                } else {
                    bands.add(new ScoreBand(score, score));
                }
            }
        }
        return bands;
    }

    /** {@code -10.0 to -3.0}. */
    @Override
    public String toString() {
        return low.equals(high) ? low.toString() : low + " to " + high;
    }
}
