package dev.hatcheck.cli.picture;

import dev.hatcheck.cli.diff.ChangedParameter;
import dev.hatcheck.cli.diff.RegionWords;
import dev.hatcheck.engine.insight.Change;
import dev.hatcheck.engine.insight.Difference;
import dev.hatcheck.engine.insight.Terms;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.PolicyParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What two tables do differently, numbered: what is in force before and after, and for whom. */
final class Changes implements Drawing {
    private static final int MOST = 12;
    private static final int MOST_SETS = 4;
    private static final int LINE = 17;
    private static final int GAP = 12;
    private static final int LEFT = Layout.MARGIN;
    private static final int BEFORE = LEFT + 32;
    private static final int CHIP = 150;
    private static final int AFTER = BEFORE + CHIP + 28;
    private static final int WORDS = AFTER + CHIP + 20;
    private static final int ROOM = LEFT + Layout.ROOM - WORDS;
    private static final int BETWEEN_SETS = 5;
    private static final WholeParts CONDITIONS = new WholeParts("and ", "", "condition", ROOM);
    private static final WholeParts PARAMETERS = new WholeParts("", ",", "parameter", ROOM);

    private final List<Numbered> shown = new ArrayList<>();
    private final int more;

    /** A change and what is said of it, which takes time to find out in a large table. */
    private record Numbered(int number, Change change, List<List<String>> clients, List<String> parameters) {
        private List<String> tip() {
            return Stream.concat(
                            clients.stream().map(facts -> String.join(" and ", facts)),
                            parameters.isEmpty() ? Stream.empty() : Stream.of(String.join(", ", parameters)))
                    .toList();
        }

        /** The lines of each set of clients. */
        private List<List<String>> sets() {
            return clients.stream().map(CONDITIONS::lines).toList();
        }

        private List<String> parameterLines() {
            return PARAMETERS.lines(parameters);
        }

        private int height() {
            int lines = sets().stream().mapToInt(List::size).sum()
                    + parameterLines().size();
            return lines * LINE + (clients.size() - 1) * BETWEEN_SETS + 8 + GAP;
        }
    }

    Changes(Difference difference, ListenerSettings settings) {
        difference.changes().stream()
                .limit(MOST)
                .forEach(change -> shown.add(
                        new Numbered(shown.size() + 1, change, clients(change), parameters(change, settings))));
        more = difference.changes().size() - shown.size();
    }

    @Override
    public int height() {
        return shown.stream().mapToInt(Numbered::height).sum() + (more > 0 ? LINE + GAP : 0);
    }

    @Override
    public void draw(Svg svg, int top) {
        int y = top;
        for (Numbered numbered : shown) {
            int at = y;
            svg.group(numbered.tip(), () -> draw(svg, numbered, at));
            y += numbered.height();
        }
        if (more > 0) {
            svg.text(
                    Lettering.WORDS,
                    "bold",
                    BEFORE,
                    y + LINE,
                    "\u2026 " + Count.of(more, "more change", "more changes"));
        }
    }

    private static void draw(Svg svg, Numbered numbered, int y) {
        svg.text(Lettering.NAME, "end", BEFORE - 12, y + 15, Integer.toString(numbered.number()));
        chip(svg, numbered.change().before(), BEFORE, y);
        svg.path("link", "M" + (BEFORE + CHIP + 5) + " " + (y + 10) + "h17m-5 -4l5 4l-5 4");
        chip(svg, numbered.change().after(), AFTER, y);
        int foot = y + 14;
        for (List<String> set : numbered.sets()) {
            for (String line : set) {
                svg.text(Lettering.SMALL, "", WORDS, foot, line);
                foot += LINE;
            }
            foot += BETWEEN_SETS;
        }
        foot -= BETWEEN_SETS;
        for (String line : numbered.parameterLines()) {
            svg.text(Lettering.SMALL, "faint", WORDS, foot, line);
            foot += LINE;
        }
    }

    private static void chip(Svg svg, Terms terms, int x, int y) {
        svg.box(Tone.of(terms).look(), x, y, CHIP, 20, 5);
        svg.text(Lettering.SMALL, "mid", x + CHIP / 2, y + 14, Tone.treatment(terms));
    }

    /** Who is concerned, a line for each set of clients. */
    private static List<List<String>> clients(Change change) {
        var lines = new ArrayList<List<String>>();
        change.regions().stream().limit(MOST_SETS).forEach(region -> lines.add(RegionWords.of(region)));
        int left = change.regions().size() - lines.size();
        if (left > 0) {
            lines.add(List.of("\u2026 " + Count.of(left, "more set of clients", "more sets of clients")));
        }
        return lines;
    }

    /** What else is not what it was, of what acts. */
    private static List<String> parameters(Change change, ListenerSettings settings) {
        return ChangedParameter.of(change).stream()
                .filter(parameter -> parameter.actsOn(change, settings)
                        && !parameter.keyword().equals(PolicyParameters.TLS.keyword()))
                .map(parameter -> parameter.keyword() + " " + parameter.words(" \u2192 "))
                .toList();
    }
}
