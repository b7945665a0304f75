package dev.hatcheck.fidelity;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the code says to clients or to the log.
 *
 * @param text word for word, with {@code {path}} and the like for what differs, and line feeds between the lines of a
 * reply
 */
record Saying(String text) {
    private static final String HOLE = "\\{\\w+}";

    /** Whether these words are said so. */
    boolean fits(String said) {
        return said.matches(
                Arrays.stream(text.split(HOLE, -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
    }

    /** How many characters are said word for word: of several sayings that fit, the one with the most was meant. */
    int weight() {
        return text.replaceAll(HOLE, "").length();
    }
}
