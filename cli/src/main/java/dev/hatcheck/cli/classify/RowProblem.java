package dev.hatcheck.cli.classify;

/** What is wrong with a row, for whoever can mend it. */
final class RowProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    RowProblem(String message) {
        super(message, null, false, false); // there may be millions
    }
}
