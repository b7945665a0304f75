package dev.hatcheck.cli.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lays out what consists of parts in few lines that keep each part whole. Where there is no room for all, the short
 * ones stand first and the long ones are counted.
 *
 * @param before what stands before each part but the first
 * @param behind what stands behind each part but the last
 * @param what what a part is
 * @param room of a line, in pixels
 */
record WholeParts(String before, String behind, String what, int room) {
    private static final Lettering LETTERS = Lettering.SMALL;
    private static final int MOST = 5;

    /** The parts in lines. */
    List<String> lines(List<String> parts) {
        List<String> all = lines(parts, Integer.MAX_VALUE);
        return all.size() <= MOST
                ? all
                : lines(
                        parts.stream()
                                .sorted(Comparator.comparing(LETTERS::width))
                                .toList(),
                        MOST);
    }

    private List<String> lines(List<String> parts, int most) {
        var lines = new ArrayList<String>();
        List<String> joined = joined(parts);
        for (int i = 0; i < joined.size(); i++) {
            String part = joined.get(i);
            List<String> own = LETTERS.lines(part, room);
            if (lines.isEmpty()) {
                own.stream().limit(most).forEach(lines::add);
                if (own.size() > most) {
                    lines.set(most - 1, LETTERS.fit(lines.getLast() + " " + own.get(most), room));
                }
            } else if (LETTERS.width(lines.getLast() + " " + part) <= room) {
                lines.set(lines.size() - 1, lines.getLast() + " " + part);
            } else if (lines.size() + own.size() <= most) {
                lines.addAll(own);
            } else {
                lines.add("\u2026 " + Count.of(joined.size() - i, "more " + what, "more " + what + "s"));
                return lines;
            }
        }
        return lines;
    }

    private List<String> joined(List<String> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> (i == 0 ? "" : before) + parts.get(i) + (i == parts.size() - 1 ? "" : behind))
                .toList();
    }
}
