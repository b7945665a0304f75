package dev.hatcheck.cli.picture;

import dev.hatcheck.engine.insight.Rung;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two tables as ladders beside each other, each group joined to itself. */
final class TwoLadders implements Drawing {
    private static final int HEAD = 3;
    private static final int MOST = 24;
    private static final int RUNG = 46;
    private static final int GAP = 8;
    private static final int WIDTH = 378;
    private static final int RAIL = 16;
    private static final int RIGHT = Layout.MARGIN + Layout.ROOM - WIDTH;
    private static final int BETWEEN = RIGHT - Layout.MARGIN - WIDTH;
    private static final int NUMBER = 54;
    private static final int CHIP = 150;

    private final Pairing pairing;
    private final List<Row> before;
    private final List<Row> after;

    TwoLadders(Pairing pairing) {
        this.pairing = pairing;
        before = Row.fold(pairing.before().size(), HEAD, MOST, place -> pairing.isChangedBefore(place) ? 1 : 0);
        after = Row.fold(pairing.after().size(), HEAD, MOST, place -> pairing.isChangedAfter(place) ? 1 : 0);
    }

    @Override
    public int height() {
        return GAP + Math.max(before.size(), after.size()) * (RUNG + GAP) + GAP;
    }

    @Override
    public void draw(Svg svg, int top) {
        links(svg, top);
        ladder(svg, before, true, Layout.MARGIN, top);
        ladder(svg, after, false, RIGHT, top);
    }

    private static int top(int row, int top) {
        return top + GAP + row * (RUNG + GAP);
    }

    private void links(Svg svg, int top) {
        Map<Integer, Integer> rowsBefore = rows(before);
        Map<Integer, Integer> rowsAfter = rows(after);
        var last = new ArrayList<Runnable>();
        for (Pairing.Pair pair : pairing.pairs()) {
            if (rowsBefore.containsKey(pair.before()) && rowsAfter.containsKey(pair.after())) {
                int from = top(rowsBefore.get(pair.before()), top) + RUNG / 2;
                int to = top(rowsAfter.get(pair.after()), top) + RUNG / 2;
                String shape = "M" + (Layout.MARGIN + WIDTH) + " " + from + "c" + BETWEEN / 2 + " 0 " + BETWEEN / 2
                        + " " + (to - from) + " " + BETWEEN + " " + (to - from);
                String look = pair.isMoved() ? "moved" : pair.isSame() ? "same" : "other";
                if (pair.isSame()) {
                    svg.path(look, shape);
                } else {
                    last.add(() -> svg.path(look, shape));
                }
            }
        }
        last.forEach(Runnable::run);
    }

    private static Map<Integer, Integer> rows(List<Row> rows) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row) instanceof Row.Shown(var place)) {
                places.put(place, row);
            }
        }
        return places;
    }

    private void ladder(Svg svg, List<Row> rows, boolean isOld, int left, int top) {
        TableFacts table = isOld ? pairing.before() : pairing.after();
        svg.path("rail", rails(left, top, top(rows.size(), top) + GAP / 2));
        for (int row = 0; row < rows.size(); row++) {
            int y = top(row, top);
            switch (rows.get(row)) {
                case Row.Shown(var place) -> {
                    Step step = table.step(place);
                    String words = isOld ? pairing.wordsBefore(place) : pairing.wordsAfter(place);
                    var tip = new ArrayList<>(step.tip().toList());
                    if (!words.isEmpty()) {
                        tip.add(words);
                    }
                    svg.group(tip, () -> rung(svg, step, words, left, y));
                }
                case Row.Folded folded -> folded(svg, table, folded, isOld, left, y);
            }
        }
    }

    private static String rails(int left, int from, int to) {
        return "M" + (left + RAIL) + " " + from + "V" + to + "M" + (left + WIDTH - RAIL) + " " + from + "V" + to;
    }

    private static void rung(Svg svg, Step step, String words, int left, int y) {
        Rung rung = step.rung();
        int room = WIDTH - NUMBER - CHIP - 3 * GAP;
        svg.box(rung.size() == 0 ? "dead" : "rung", left, y, WIDTH, RUNG, 6);
        svg.box(step.tone().look(), left, y, 8, RUNG, 4);
        svg.text(Lettering.NAME, "end faint", left + NUMBER, y + 20, Integer.toString(rung.order()));
        svg.text(Lettering.NAME, "", left + NUMBER + GAP, y + 20, Lettering.NAME.fit(step.name(), room));
        svg.text(Lettering.CODE, "faint", left + NUMBER + GAP, y + 36, Lettering.CODE.fit(step.policy(), room));
        int chip = left + WIDTH - CHIP - GAP;
        svg.box(step.tone().look(), chip, y + 5, CHIP, 20, 5);
        svg.text(Lettering.SMALL, "mid", chip + CHIP / 2, y + 19, step.treatment());
        svg.text(Lettering.SMALL, "bold end", chip + CHIP, y + 38, Lettering.SMALL.fit(words, CHIP));
    }

    private void folded(Svg svg, TableFacts table, Row.Folded folded, boolean isOld, int left, int y) {
        long changed = folded.places()
                .filter(place -> isOld ? pairing.isChangedBefore(place) : pairing.isChangedAfter(place))
                .count();
        svg.path("paper-rail", rails(left, y - GAP, y + RUNG + GAP));
        svg.path("rail-cut", rails(left, y - GAP + 2, y + RUNG + GAP));
        svg.text(
                Lettering.WORDS,
                "bold",
                left + NUMBER + GAP,
                y + 20,
                "\u2026 " + Count.number(folded.size()) + " more, " + Count.number(folded.from() + 1L) + " to "
                        + Count.number(folded.to()));
        svg.text(
                Lettering.SMALL,
                "faint",
                left + NUMBER + GAP,
                y + 37,
                Count.of(table.entries(folded), "entry", "entries") + "; "
                        + (changed == 0
                                ? "nothing has become of them"
                                : "something has become of " + Count.number(changed) + " of them"));
    }
}
