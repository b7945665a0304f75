package dev.hatcheck.cli.classify;

/** How rows and their summary are written. */
interface Rows {
    /** What stands before the rows of a list with these columns. */
    void heading(Columns columns, StringBuilder to);

    /** A row. */
    void row(Classified row, StringBuilder to);

    /** What stands behind the rows. */
    void summary(Tally tally, StringBuilder to);
}
