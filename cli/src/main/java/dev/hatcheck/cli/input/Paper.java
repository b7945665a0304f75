package dev.hatcheck.cli.input;

import java.util.ArrayList;
import java.util.List;

/** Lays out what a command answers: headings, paragraphs as wide as the terminal, and tables. */
public final class Paper {
    private static final String INDENT = "  ";
    private static final int WIDEST_TEXT = 100;

    private final Terminal terminal;
    private final List<String> lines = new ArrayList<>();

    /** Blank paper for a terminal. */
    public Paper(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What is on it. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** How many columns a line has, behind its indent. */
    public int room() {
        return terminal.width() - INDENT.length();
    }

    /** A text in a style, for a line. */
    public String styled(String text, Style style) {
        return style.of(text, terminal);
    }

    /** The heading of what follows. */
    public void heading(String words) {
        if (!lines.isEmpty()) {
            blank();
        }
        wrap(words, terminal.width(), 0).forEach(line -> lines.add(styled(line, Style.BOLD)));
        blank();
    }

    /** Nothing, for a line. */
    public void blank() {
        lines.add("");
    }

    /** A line, however long. */
    public void line(String text) {
        lines.add(INDENT + text);
    }

    /** A paragraph. */
    public void text(String words) {
        wrap(words, Math.min(room(), WIDEST_TEXT), 0).forEach(this::line);
    }

    /** A line that stands out from its continuations. */
    public void hanging(String words, Style style) {
        wrap(words, room(), 4).forEach(line -> line(styled(line, style)));
    }

    /** The words in lines of a width at most, those behind the first moved in; a word that is too long stays whole. */
    static List<String> wrap(String words, int width, int hang) {
        var wrapped = new ArrayList<String>();
        String rest = words;
        while (rest.length() > width) {
            int end = rest.lastIndexOf(' ', width);
            if (end <= hang) {
                end = rest.indexOf(' ', width);
            }
            if (end < 0) {
                break;
            }
            wrapped.add(rest.substring(0, end).stripTrailing());
            rest = " ".repeat(hang) + rest.substring(end).stripLeading();
        }
        wrapped.add(rest);
        return wrapped;
    }

    /** Rows of equally many cells, every column as wide as its widest cell. */
    public void table(List<List<Cell>> rows) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<Cell> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).text().length());
            }
        }
        for (List<Cell> row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                Cell cell = row.get(column);
                String gap = " ".repeat(widths[column] - cell.text().length() + 2);
                line.append(cell.in(terminal)).append(column < columns - 1 ? gap : "");
            }
            line(line.toString());
        }
    }
}
