package dev.hatcheck.cli.input;

/** A cell of a table: a text, and the style it has. */
public record Cell(String text, Style style) {
    /** A text as it is. */
    public static Cell of(String text) {
        return new Cell(text, Style.PLAIN);
    }
}
