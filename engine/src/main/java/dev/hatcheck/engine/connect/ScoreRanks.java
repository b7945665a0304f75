package dev.hatcheck.engine.connect;

import dev.hatcheck.engine.Reputation;
import dev.hatcheck.policies.Score;
import java.util.Arrays;

/** The lowest rank for each reputation: a score has only 201 values. */
final class ScoreRanks {
    private static final int LOWEST = -100;
    private static final int COUNT = 201;

    private final int[] scored = new int[COUNT];
    private int unscored = Rank.NONE;

    ScoreRanks() {
        Arrays.fill(scored, Rank.NONE);
    }

    void add(Score low, Score high, int rank) {
        for (int i = low.tenths() - LOWEST; i <= high.tenths() - LOWEST; i++) {
            scored[i] = Math.min(scored[i], rank);
        }
    }

    void addUnscored(int rank) {
        unscored = Math.min(unscored, rank);
    }

    int of(Reputation reputation) {
        return switch (reputation) {
            case Reputation.Scored(var score) -> scored[score.tenths() - LOWEST];
            case Reputation.None() -> unscored;
            case Reputation.Unavailable() -> unscored;
            case Reputation.Rfc1918() -> Rank.NONE;
            case Reputation.NotEnabled() -> Rank.NONE;
        };
    }
}
