package dev.hatcheck.cli.input;

/** How words stand out on a terminal that shows colours; on others they do not. */
public enum Style {
    /** All the rest. */
    PLAIN(""),
    /** Headings. */
    BOLD("1"),
    /** What matters less. */
    FAINT("2"),
    /** Good news. */
    GREEN("32"),
    /** What is refused as it should be. */
    YELLOW("33"),
    /** Names. */
    CYAN("36");

    private static final String END = "\033[0m";

    private final String begin;

    Style(String number) {
        this.begin = number.isEmpty() ? "" : "\033[" + number + "m";
    }

    /** The text in this style, if the terminal shows it. */
    public String of(String text, Terminal terminal) {
        return terminal.colour() && !begin.isEmpty() ? begin + text + END : text;
    }
}
