package dev.hatcheck.cli.picture;

import dev.hatcheck.cli.check.SeverityWord;
import dev.hatcheck.engine.insight.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table as a ladder that its clients climb down: a rung for each group, the first at the top. */
final class Ladder implements Drawing {
    private static final int MOST = 30;
    private static final int HEAD = 12;
    private static final int RUNG = 54;
    private static final int GAP = 8;
    private static final int LEFT = Layout.MARGIN;
    private static final int RAIL = 20;
    private static final int NAME = LEFT + 72;
    private static final int SENDERS = LEFT + 262;
    private static final int TREATMENT = LEFT + 524;
    private static final int MARKS = LEFT + 640;
    private static final int TIPS = 6;

    private final TableFacts table;
    private final List<Row> rows;

    Ladder(TableFacts table) {
        this.table = table;
        this.rows = Row.fold(table.size(), HEAD, MOST, table::weight);
    }

    @Override
    public int height() {
        return GAP + rows.size() * (RUNG + GAP) + GAP;
    }

    @Override
    public void draw(Svg svg, int top) {
        svg.path("rail", rails(top, top + height() - GAP));
        int y = top + GAP;
        for (Row row : rows) {
            int at = y;
            switch (row) {
                case Row.Shown(var place) -> svg.group(tip(place), () -> rung(svg, place, at));
                case Row.Folded folded -> folded(svg, folded, at);
            }
            y += RUNG + GAP;
        }
    }

    private static String rails(int from, int to) {
        return "M" + (LEFT + RAIL) + " " + from + "V" + to + "M" + (LEFT + Layout.ROOM - RAIL) + " " + from + "V" + to;
    }

    private void rung(Svg svg, int place, int y) {
        Step step = table.step(place);
        boolean decides = table.decides(place);
        svg.box(decides ? "rung" : "dead", LEFT, y, Layout.ROOM, RUNG, 6);
        svg.box(step.tone().look(), LEFT, y, 8, RUNG, 4);
        svg.text(
                Lettering.NAME,
                "end faint",
                NAME - 12,
                y + 23,
                Integer.toString(step.rung().order()));
        svg.text(Lettering.NAME, "", NAME, y + 23, Lettering.NAME.fit(step.name(), SENDERS - NAME - GAP));
        svg.text(
                Lettering.CODE,
                "faint",
                NAME,
                y + 41,
                Lettering.CODE.fit(step.line() + ", " + step.policy(), SENDERS - NAME - GAP));
        svg.text(
                Lettering.WORDS,
                "",
                SENDERS,
                y + 23,
                Lettering.WORDS.fit(
                        decides || step.rung().size() == 0 ? step.counts() : "decides about nobody",
                        TREATMENT - SENDERS - 2 * GAP));
        svg.text(
                Lettering.CODE,
                "faint",
                SENDERS,
                y + 41,
                Lettering.CODE.fit(step.senders(), TREATMENT - SENDERS - 2 * GAP));
        treatment(svg, step, y);
        int lines = Math.min(3, table.marks(place).marks().size());
        table.marks(place).draw(svg, MARKS, y + (RUNG - 16 * lines) / 2 + 2, LEFT + Layout.ROOM - MARKS - GAP, 3);
    }

    private static void treatment(Svg svg, Step step, int y) {
        String[] lines = step.treatment().split(", ", 2);
        svg.box(step.tone().look(), TREATMENT, y + 9, MARKS - TREATMENT - 2 * GAP, RUNG - 18, 5);
        int middle = (TREATMENT + MARKS - 2 * GAP) / 2;
        svg.text(Lettering.WORDS, "mid bold", middle, y + (lines.length == 1 ? 31 : 24), lines[0]);
        if (lines.length > 1) {
            svg.text(Lettering.SMALL, "mid", middle, y + 39, lines[1]);
        }
    }

    private List<String> tip(int place) {
        var tip = new ArrayList<String>(table.step(place).tip().toList());
        if (!table.decides(place) && table.step(place).rung().size() > 0) {
            tip.add("decides about nobody");
        }
        List<Finding> findings = table.findings(place);
        findings.stream()
                .limit(TIPS)
                .forEach(finding -> tip.add(finding.where() + ": " + SeverityWord.of(finding.severity()) + " ["
                        + finding.code().id() + "] " + finding.message()));
        if (findings.size() > TIPS) {
            tip.add("and " + Count.of(findings.size() - TIPS, "more finding", "more findings"));
        }
        return tip;
    }

    private void folded(Svg svg, Row.Folded folded, int y) {
        svg.path("paper-rail", rails(y - GAP, y + RUNG + GAP));
        svg.path("rail-cut", rails(y - GAP + 2, y + RUNG + GAP));
        svg.text(
                Lettering.WORDS,
                "bold",
                NAME,
                y + 23,
                "\u2026 " + Count.number(folded.size()) + " more, "
                        + Count.number(folded.from() + 1L) + " to " + Count.number(folded.to()) + ", with "
                        + Count.of(table.entries(folded), "entry", "entries"));
        svg.text(Lettering.SMALL, "faint", NAME, y + 41, Lettering.SMALL.fit(folded(folded), MARKS - NAME - GAP));
        table.marks(folded).draw(svg, MARKS, y + 6, LEFT + Layout.ROOM - MARKS - GAP, 3);
    }

    /** What the folded rungs do, and how many of them to nobody. */
    private String folded(Row.Folded folded) {
        Map<Tone, Integer> tones = new EnumMap<>(Tone.class);
        folded.places().forEach(place -> tones.merge(table.step(place).tone(), 1, Integer::sum));
        String counts = tones.entrySet().stream()
                .map(count ->
                        Count.number(count.getValue()) + " " + count.getKey().words())
                .collect(Collectors.joining(", "));
        long silent = folded.places().filter(place -> !table.decides(place)).count();
        return counts + (silent == 0 ? "" : "; " + Count.number(silent) + " for nobody");
    }
}
