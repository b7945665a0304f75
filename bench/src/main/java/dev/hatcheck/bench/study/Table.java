package dev.hatcheck.bench.study;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer: rows below a header, as Markdown that can also be read as it stands.
 *
 * @param title what is shown, and by what unit
 */
record Table(String title, List<String> header, List<List<String>> rows) {
    Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The text, with a line end behind each line. */
    String text() {
        var text = new StringBuilder("\n").append(title).append("\n\n");
        var dashes = header.stream().map(column -> "---").toList();
        var all = new ArrayList<>(List.of(header, dashes));
        all.addAll(rows);
        for (List<String> row : all) {
            for (int column = 0; column < row.size(); column++) {
                text.append("| ").append(padded(row.get(column), width(column))).append(' ');
            }
            text.append("|\n");
        }
        return text.toString();
    }

    private int width(int column) {
        int widest =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(widest, Math.max(3, header.get(column).length()));
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
