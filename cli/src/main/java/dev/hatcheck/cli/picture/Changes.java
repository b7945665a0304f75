package dev.hatcheck.cli.picture;

import dev.hatcheck.cli.diff.ChangedParameter;
import dev.hatcheck.cli.diff.RegionWords;
import dev.hatcheck.engine.insight.Change;
import dev.hatcheck.engine.insight.Difference;
import dev.hatcheck.engine.insight.Terms;
import dev.hatcheck.policies.PolicyParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What two tables do differently, numbered: what is in force before and after, and for whom. */
final class Changes implements Drawing {
    private static final String AND = " and ";
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

    private final List<Numbered> shown = new ArrayList<>();
    private final int more;

    /** A change and what is said of it, which takes time to find out in a large table. */
    private record Numbered(int number, Change change, List<List<String>> clients, List<String> parameters) {
        private List<String> tip() {
            return Stream.concat(clients.stream().map(facts -> String.join(AND, facts)), parameters.stream())
                    .toList();
        }

        private int height() {
            return (clients.size() + parameters.size()) * LINE + 8 + GAP;
        }
    }

    Changes(Difference difference) {
        difference.changes().stream()
                .limit(MOST)
                .forEach(change ->
                        shown.add(new Numbered(shown.size() + 1, change, clients(change), parameters(change))));
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
        for (List<String> facts : numbered.clients()) {
            svg.text(Lettering.SMALL, "", WORDS, foot, cut(facts));
            foot += LINE;
        }
        for (String line : numbered.parameters()) {
            svg.text(Lettering.SMALL, "faint", WORDS, foot, Lettering.SMALL.fit(line, ROOM));
            foot += LINE;
        }
    }

    /**
     * In a line, each cut as far as it has to be: of a long list of addresses the names that go with it are worth more.
     */
    private static String cut(List<String> facts) {
        String whole = String.join(AND, facts);
        if (Lettering.SMALL.width(whole) <= ROOM) {
            return whole;
        }
        int share = (ROOM - Lettering.SMALL.width(AND) * (facts.size() - 1)) / facts.size();
        return facts.stream().map(fact -> Lettering.SMALL.fit(fact, share)).collect(Collectors.joining(AND));
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

    /** What else is not what it was, in a line if there is anything. */
    private static List<String> parameters(Change change) {
        String others = ChangedParameter.of(change).stream()
                .filter(parameter -> !parameter.keyword().equals(PolicyParameters.TLS.keyword()))
                .map(parameter ->
                        parameter.keyword() + " " + shown(parameter.before()) + " \u2192 " + shown(parameter.after()))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? List.of() : List.of(others);
    }

    private static String shown(Optional<String> value) {
        return value.orElse("left out");
    }
}
