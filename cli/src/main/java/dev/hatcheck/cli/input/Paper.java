package dev.hatcheck.cli.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Lays out what a command answers: headings, paragraphs as wide as the terminal, and tables. */
public final class Paper {
    private static final String INDENT = " ";
    private static final int GAP = 2;
    private static final int WIDEST_TEXT = 100;
    private static final int LEAST_TEXT = 20;

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

    /** A paragraph that is moved in. */
    public void indented(String indent, String words) {
        wrap(words, Math.min(room(), WIDEST_TEXT) - indent.length(), 0).forEach(wrapped -> line(indent + wrapped));
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
        List<Integer> widths = widths(rows);
        for (List<Cell> row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                Cell cell = row.get(column);
                line.append(styled(cell.text(), cell.style()))
                        .append(" ".repeat(widths.get(column) - cell.text().length() + GAP));
            }
            line(line.toString().stripTrailing());
        }
    }

    /** The same, with a last column that goes on below itself where there is no room for it. */
    public void tableOfTexts(List<List<Cell>> rows) {
        List<Integer> widths = widths(rows).subList(0, rows.getFirst().size() - 1);
        int before = widths.stream().mapToInt(width -> width + GAP).sum();
        for (List<Cell> row : rows) {
            var start = new StringBuilder();
            for (int column = 0; column < widths.size(); column++) {
                Cell cell = row.get(column);
                start.append(styled(cell.text(), cell.style()))
                        .append(" ".repeat(widths.get(column) - cell.text().length() + GAP));
            }
            Cell last = row.getLast();
            for (String part : wrap(last.text(), Math.max(room() - before, LEAST_TEXT), 0)) {
                line((start + styled(part, last.style())).stripTrailing());
                start.replace(0, start.length(), " ".repeat(before));
            }
        }
    }

    /** How many columns a table takes. */
    public static int width(List<List<Cell>> rows) {
        List<Integer> widths = widths(rows);
        return widths.stream().mapToInt(Integer::intValue).sum() + GAP * (widths.size() - 1);
    }

    private static List<Integer> widths(List<List<Cell>> rows) {
        return IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream()
                        .map(row -> row.get(column).text().length())
                        .max(Comparator.naturalOrder())
                        .orElse(0))
                .toList();
    }
}
