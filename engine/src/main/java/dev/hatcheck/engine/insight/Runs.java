package dev.hatcheck.engine.insight;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The entries of a table in runs, each of neighbours that put the same in force, and so need not be told apart.
 *
 * <p>The lowest run of several decides as the lowest rank does, so only the order of runs matters. Entries that are no
 * class's lowest are passed over. Immutable.
 */
final class Runs {
    private final int[] runOfRank;
    private final int[] terms;
    private final int everyone;

    private Runs(int[] runOfRank, int[] terms, int everyone) {
        this.runOfRank = runOfRank;
        this.terms = terms;
        this.everyone = everyone;
    }

    /** The runs of those entries of a table whose ranks are used, from what each rank up to ALL's puts in force. */
    static Runs of(int[] termsOfRank, BitSet used) {
        int everyone = termsOfRank.length - 1;
        int[] runOfRank = new int[everyone + 1];
        int[] terms = new int[everyone + 1];
        int run = -1;
        for (int rank = 0; rank <= everyone; rank++) {
            if (used.get(rank) || rank == everyone) {
                int number = termsOfRank[rank];
                if (run < 0 || terms[run] != number) {
                    terms[++run] = number;
                }
                runOfRank[rank] = run;
            }
        }
        return new Runs(runOfRank, Arrays.copyOf(terms, run + 1), everyone);
    }

    /** The run of an entry, or of {@code ALL} where none has this rank. */
    int of(int rank) {
        return runOfRank[Math.min(rank, everyone)];
    }

    int count() {
        return terms.length;
    }

    /** The number of what a run puts in force. */
    int terms(int run) {
        return terms[run];
    }
}
