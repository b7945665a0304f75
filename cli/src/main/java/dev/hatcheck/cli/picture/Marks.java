package dev.hatcheck.cli.picture;

import dev.hatcheck.engine.insight.Code;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.engine.insight.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was found about something, counted: the worst first. */
record Marks(List<Mark> marks) {
    /** So many findings of a kind and a severity. */
    record Mark(Severity severity, Code code, int count) {
        /** {@code 3 never-decides}. */
        String words() {
            return count == 1 ? code.id() : Count.number(count) + " " + code.id();
        }
    }

    Marks {
        marks = List.copyOf(marks);
    }

    static Marks of(Collection<Finding> findings) {
        Map<Mark, Integer> counts = new LinkedHashMap<>();
        findings.forEach(finding -> counts.merge(new Mark(finding.severity(), finding.code(), 0), 1, Integer::sum));
        return new Marks(counts.entrySet().stream()
                .map(count -> new Mark(count.getKey().severity(), count.getKey().code(), count.getValue()))
                .sorted(Comparator.comparing(Mark::severity).thenComparing(Mark::code))
                .toList());
    }

    boolean isEmpty() {
        return marks.isEmpty();
    }

    /** Draws a sign and the kind for each, one below the other; what there is no room for is counted. */
    void draw(Svg svg, int x, int top, int room, int lines) {
        int shown = marks.size() <= lines ? marks.size() : lines - 1;
        int y = top;
        for (Mark mark : marks.subList(0, shown)) {
            sign(svg, mark.severity(), x, y);
            svg.text(Lettering.SMALL, "", x + 18, y + 10, Lettering.SMALL.fit(mark.words(), room - 18));
            y += 16;
        }
        if (shown < marks.size()) {
            sign(svg, marks.get(shown).severity(), x, y);
            svg.text(Lettering.SMALL, "", x + 18, y + 10, "and " + (marks.size() - shown) + " kinds more");
        }
    }

    /** How bad it is, by shape as well as by colour: an octagon with a cross, a triangle, a disc. */
    private static void sign(Svg svg, Severity severity, int x, int y) {
        String at = "M" + x + " " + y;
        switch (severity) {
            case ERROR -> {
                svg.path("error", at + "m4 0h5l4 4v5l-4 4h-5l-4 -4v-5z");
                svg.path("sign", at + "m4 4l5 5m0 -5l-5 5");
            }
            case WARNING -> {
                svg.path("warning", at + "m6.5 0l6.5 12h-13z");
                svg.path("sign", at + "m6.5 4v4m0 2v0.1");
            }
            case NOTE -> {
                svg.path("note", at + "m0 6a6 6 0 0 1 12 0a6 6 0 0 1 -12 0z");
                svg.path("sign", at + "m6 6v3m0 -6v0.1");
            }
        }
    }

    /** All of it in a line. */
    String words() {
        return marks.stream().map(Mark::words).collect(Collectors.joining(", "));
    }
}
