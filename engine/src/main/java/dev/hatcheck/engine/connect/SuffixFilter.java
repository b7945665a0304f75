package dev.hatcheck.engine.connect;

/**
 * What a few bits for a hash can tell of the names that have it: that none is a key, and that no key lies deeper.
 *
 * <p>Names that share a cell share what is told of them, which costs a look at the table and no more.
 */
final class SuffixFilter {
    private static final long KEY = 1;
    private static final long DEEPER = 2;
    private static final int BITS_A_CELL = 2;
    private static final int CELLS_A_LONG = Long.SIZE / BITS_A_CELL;

    private final long[] cells;

    /** So many cells, of which there is a power of two. */
    SuffixFilter(int count) {
        cells = new long[Math.max(1, count / CELLS_A_LONG)];
    }

    boolean mayBeKey(int hash) {
        return (cell(hash) & KEY) != 0;
    }

    boolean mayHaveDeeper(int hash) {
        return (cell(hash) & DEEPER) != 0;
    }

    void addKey(int hash) {
        add(hash, KEY);
    }

    void addDeeper(int hash) {
        add(hash, DEEPER);
    }

    private void add(int hash, long bit) {
        cells[at(hash)] |= bit << BITS_A_CELL * hash;
    }

    /** The cell of a hash in the lowest bits; above them stand those of others. */
    private long cell(int hash) {
        return cells[at(hash)] >>> BITS_A_CELL * hash;
    }

    private int at(int hash) {
        return hash >>> Integer.numberOfTrailingZeros(CELLS_A_LONG) & cells.length - 1;
    }
}
