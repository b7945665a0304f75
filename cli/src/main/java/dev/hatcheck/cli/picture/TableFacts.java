package dev.hatcheck.cli.picture;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.insight.AddressStrip;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.engine.insight.Meant;
import dev.hatcheck.engine.insight.Partition;
import dev.hatcheck.engine.insight.Reach;
import dev.hatcheck.engine.insight.Rung;
import dev.hatcheck.engine.insight.Space;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Origin;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What there is to draw of a table: its rungs, what was found about them, and the strip of its addresses. */
final class TableFacts {
    private final Engine engine;
    private final List<Rung> rungs;
    private final BitSet silent = new BitSet();
    private final Map<Integer, List<Finding>> findings = new HashMap<>();
    private final List<Finding> others = new ArrayList<>();

    private TableFacts(DrawnTable table) {
        engine = table.engine();
        rungs = Rung.of(table.hat(), table.engine());
    }

    /** What there is to draw of a table by itself. */
    static TableFacts of(DrawnTable table) {
        return new TableFacts(table);
    }

    /** The same, with what was found about it, and which rungs decide about nobody. */
    static TableFacts of(DrawnTable table, List<Finding> found) {
        var facts = new TableFacts(table);
        facts.hearSilence();
        facts.sort(found);
        return facts;
    }

    private void hearSilence() {
        Partition partition = Partition.of(Space.of(engine.index(), List.of()), engine);
        Reach reach = Reach.of(partition, Meant.everybody());
        for (int place = 0; place < rungs.size(); place++) {
            Rung rung = rungs.get(place);
            boolean passesOn = rung.policy().behavior() == ConnectionBehavior.CONTINUE;
            silent.set(
                    place,
                    !passesOn
                            && IntStream.range(rung.firstRank(), rung.firstRank() + rung.size())
                                    .noneMatch(reach::isReached));
        }
    }

    /** Puts each finding to the rung that its line belongs to. */
    private void sort(List<Finding> found) {
        var byLine = new TreeMap<Integer, Integer>();
        for (int place = 0; place < rungs.size(); place++) {
            byLine.put(rungs.get(place).origin().line(), place);
        }
        for (Finding finding : found) {
            place(finding.where(), byLine)
                    .map(place -> findings.computeIfAbsent(place, first -> new ArrayList<>()))
                    .orElse(others)
                    .add(finding);
        }
    }

    private Optional<Integer> place(Origin where, TreeMap<Integer, Integer> byLine) {
        return Optional.ofNullable(byLine.floorEntry(where.line()))
                .map(Map.Entry::getValue)
                .filter(place -> rungs.get(place).origin().file().equals(where.file())
                        && where.line() <= rungs.get(place).lastLine());
    }

    int size() {
        return rungs.size();
    }

    Step step(int place) {
        return new Step(rungs.get(place), engine.index());
    }

    /** The strip of its addresses. */
    AddressStrip strip() {
        return AddressStrip.of(engine.index(), rungs);
    }

    /** Whether a rung decides about anybody, or passes on whoever comes to it. */
    boolean decides(int place) {
        return !silent.get(place) && rungs.get(place).size() > 0;
    }

    List<Finding> findings(int place) {
        return findings.getOrDefault(place, List.of());
    }

    Marks marks(int place) {
        return Marks.of(findings(place));
    }

    Marks marks(Row.Folded folded) {
        return Marks.of(
                folded.places().mapToObj(this::findings).flatMap(List::stream).toList());
    }

    /** What was found about anything but rungs. */
    List<Finding> others() {
        return others;
    }

    long entries(Row.Folded folded) {
        return folded.places().mapToLong(place -> rungs.get(place).size()).sum();
    }

    /** How much it matters to see a rung: more, the worse what was found about it. */
    int weight(int place) {
        return findings(place).stream()
                .mapToInt(finding -> switch (finding.severity()) {
                    case ERROR -> 3;
                    case WARNING -> 2;
                    case NOTE -> 1;
                })
                .max()
                .orElse(0);
    }
}
