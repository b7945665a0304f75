package dev.hatcheck.cli.input;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a command says besides its answer.
 *
 * <p>Safe for threads: lines do not mix. Texts of files and users that come with a message cannot act on a terminal.
 */
public final class Diagnostics {
    private final PrintWriter err;

    /** Tells it here. */
    public Diagnostics(PrintWriter err) {
        this.err = err;
    }

    /** Says a line, or several that belong together. */
    public void tell(String message) {
        String text = message.lines().map(Diagnostics::harmless).collect(Collectors.joining("\n", "", "\n"));
        synchronized (err) {
            err.print(text);
            err.flush();
        }
    }

    private static String harmless(String line) {
        return line.codePoints()
                .mapToObj(c -> acts(c) ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static boolean acts(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }
}
