package dev.hatcheck.engine.connect;

import java.util.Arrays;

/**
 * Cells in a row that are painted with ranks, the lowest rank first: whoever comes later gets what is still bare.
 *
 * <p>No cell is visited again once it is painted, however many stretches cover it: from a painted cell leads a chain,
 * which is shortened whenever it is followed, to the next bare one (the disjoint sets of Tarjan, 1975).
 */
final class Painting {
    private final int[] ranks;
    private final int[] next;

    Painting(int cells) {
        ranks = new int[cells];
        Arrays.fill(ranks, Rank.NONE);
        next = new int[cells + 1];
        for (int cell = 0; cell <= cells; cell++) {
            next[cell] = cell;
        }
    }

    /** Paints the bare cells of a stretch, both ends included. */
    void paint(int first, int last, int rank) {
        for (int cell = bare(first); cell <= last; cell = bare(cell)) {
            ranks[cell] = rank;
            next[cell] = cell + 1;
        }
    }

    private int bare(int from) {
        int cell = from;
        while (next[cell] != cell) {
            next[cell] = next[next[cell]];
            cell = next[cell];
        }
        return cell;
    }

    int rank(int cell) {
        return ranks[cell];
    }

    /** The cells where another rank begins, in order. */
    int[] edges() {
        int[] edges = new int[ranks.length];
        int count = 0;
        for (int cell = 0; cell < ranks.length; cell++) {
            if (cell == 0 || ranks[cell] != ranks[cell - 1]) {
                edges[count++] = cell;
            }
        }
        return Arrays.copyOf(edges, count);
    }
}
