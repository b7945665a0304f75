package dev.hatcheck.smtp.lookup;

import java.util.ArrayList;
import java.util.List;

/**
 * One entry of a zone text: a line, or the lines that parentheses hold together.
 *
 * @param line where it begins, from 1
 * @param text as written, each line with its line end
 * @param isClosed whether its parentheses end before the zone does
 */
record ZoneEntry(int line, String text, boolean isClosed) {
    /** The entries of a text in order, those that are blank or only a comment left out. */
    static List<ZoneEntry> split(String zone) {
        var entries = new ArrayList<ZoneEntry>();
        var pending = new StringBuilder();
        int open = 0;
        int begin = 1;
        int line = 0;
        for (String physical : zone.lines().toList()) {
            line++;
            if (pending.isEmpty()) {
                begin = line;
            }
            Content content = Content.of(physical);
            open = Math.max(0, open + content.parentheses);
            if (!content.isBlank || !pending.isEmpty()) {
                pending.append(physical).append('\n');
            }
            if (open == 0 && !pending.isEmpty()) {
                entries.add(new ZoneEntry(begin, pending.toString(), true));
                pending.setLength(0);
            }
        }
        if (!pending.isEmpty()) {
            entries.add(new ZoneEntry(begin, pending.toString(), false));
        }
        return entries;
    }

    /** Whether the entry leaves out its name, which is then that of the entry above. */
    boolean continues() {
        return text.startsWith(" ") || text.startsWith("\t");
    }

    /** The words before any comment. */
    List<String> words() {
        String content = text.substring(0, Content.of(text).end).strip();
        return content.isEmpty() ? List.of() : List.of(content.split("\\s+"));
    }

    /** What a line holds besides its comment. */
    private record Content(int parentheses, boolean isBlank, int end) {
        static Content of(String line) {
            int parentheses = 0;
            boolean quoted = false;
            int end = 0;
            while (end < line.length() && (quoted || line.charAt(end) != ';')) {
                switch (line.charAt(end)) {
                    case '\\' -> end++;
                    case '"' -> quoted = !quoted;
                    case '(' -> parentheses += quoted ? 0 : 1;
                    case ')' -> parentheses -= quoted ? 0 : 1;
                    default -> {}
                }
                end++;
            }
            end = Math.min(end, line.length());
            return new Content(parentheses, line.substring(0, end).isBlank(), end);
        }
    }
}
