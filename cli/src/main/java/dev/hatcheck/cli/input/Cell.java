package dev.hatcheck.cli.input;

import java.util.Optional;

/** A cell of a table: a text, and the style that it stands out by, if it does. */
public record Cell(String text, Optional<Style> style) {
    /** A text as it is. */
    public static Cell of(String text) {
        return new Cell(text, Optional.empty());
    }

    /** A text that stands out. */
    public static Cell of(String text, Style style) {
        return new Cell(text, Optional.of(style));
    }

    String in(Terminal terminal) {
        return style.map(it -> it.of(text, terminal)).orElse(text);
    }
}
