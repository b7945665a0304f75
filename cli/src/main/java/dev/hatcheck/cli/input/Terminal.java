package dev.hatcheck.cli.input;

import java.util.Map;

/**
 * What answers are shown on.
 *
 * @param width in columns
 * @param colour whether it shows colours, and is meant to
 */
public record Terminal(int width, boolean colour) {
    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 500;

    public Terminal {
        width = Math.clamp(width, LEAST_WIDTH, MOST_WIDTH);
    }

    /**
     * What standard output leads to.
     *
     * <p>The launcher sets {@code hatcheck.columns} when that is a terminal, which Java alone cannot tell for sure.
     */
    public static Terminal ofProcess() {
        return of(Map.copyOf(System.getenv()), System.getProperty("hatcheck.columns", ""));
    }

    static Terminal of(Map<String, String> environment, String columns) {
        boolean isTerminal = !columns.isEmpty();
        boolean wantsColour = environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        int width = number(columns, number(environment.getOrDefault("COLUMNS", ""), USUAL_WIDTH));
        return new Terminal(width, isTerminal && wantsColour);
    }

    private static int number(String text, int otherwise) {
        return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : otherwise;
    }

    /** The same with another width. */
    public Terminal withWidth(int other) {
        return new Terminal(other, colour);
    }

    /** The same with or without colours. */
    public Terminal withColour(boolean other) {
        return new Terminal(width, other);
    }
}
