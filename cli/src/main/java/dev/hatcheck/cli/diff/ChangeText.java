package dev.hatcheck.cli.diff;

import dev.hatcheck.cli.input.Cell;
import dev.hatcheck.cli.input.Paper;
import dev.hatcheck.cli.input.Style;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.cli.insight.Decided;
import dev.hatcheck.cli.insight.Witness;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.insight.Change;
import dev.hatcheck.engine.insight.Difference;
import dev.hatcheck.engine.insight.Region;
import dev.hatcheck.engine.insight.Terms;
import dev.hatcheck.engine.maillog.LogText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What two tables do differently, for people: what changes, for whom, and a client that shows it. */
public final class ChangeText {
    private static final int SHOWN = 10;
    /** Each of these lists nearly whole tables; the first are those that one fact decides by both. */
    private static final int SHOWN_BY_DECIDERS = 4;

    private static final String INDENT = "    ";

    private final Paper paper;
    private final Tables tables;

    private ChangeText(Terminal terminal, Tables tables) {
        this.paper = new Paper(terminal);
        this.tables = tables;
    }

    /** The difference in lines. */
    public static List<String> write(Difference difference, Tables tables, Terminal terminal) {
        var text = new ChangeText(terminal, tables);
        difference.changes().stream().limit(SHOWN).forEach(text::change);
        text.summary(difference);
        return text.paper.lines();
    }

    private void summary(Difference difference) {
        int changes = difference.changes().size();
        if (changes > SHOWN) {
            paper.line("and " + (changes - SHOWN) + " more changes, which --json has.");
            paper.blank();
        }
        if (!difference.isComplete()) {
            paper.text("This is not all: these tables, which differ nearly everywhere, treat clients in too many ways"
                    + " to tell each change.");
        } else if (changes == 0) {
            paper.text("The tables mean the same: no client is treated differently.");
        } else {
            paper.text(
                    changes + (changes == 1 ? " change." : " changes.") + " All other clients are treated as before.");
        }
    }

    private void change(Change change) {
        paper.line(paper.styled(behavior(change), Style.BOLD));
        parameters(change);
        paper.blank();
        boolean isDecided = change.regions().getFirst().deciders().isPresent();
        int shown = isDecided ? SHOWN_BY_DECIDERS : SHOWN;
        change.regions().subList(0, Math.min(shown, change.regions().size())).parallelStream()
                .map(Shown::of)
                .toList()
                .forEach(this::clients);
        if (change.regions().size() > shown) {
            int more = change.regions().size() - shown;
            paper.line(INDENT + "and " + more + (more == 1 ? " more set" : " more sets")
                    + " of clients, which --json has.");
            paper.blank();
        }
    }

    private void parameters(Change change) {
        Map<Boolean, List<ChangedParameter>> changed = ChangedParameter.of(change).stream()
                .collect(Collectors.partitioningBy(
                        parameter -> parameter.actsOn(change, tables.before().settings())));
        if (!changed.get(true).isEmpty()) {
            paper.table(changed.get(true).stream()
                    .map(parameter -> List.of(
                            new Cell(INDENT + parameter.keyword(), Style.FAINT),
                            Cell.of(LogText.escapeText(parameter.words(" -> ")))))
                    .toList());
        }
        if (!changed.get(false).isEmpty()) {
            String keywords =
                    changed.get(false).stream().map(ChangedParameter::keyword).collect(Collectors.joining(", "));
            paper.indented(INDENT, "not used by both: " + LogText.escapeText(keywords));
        }
    }

    private static String behavior(Change change) {
        Terms before = change.before();
        Terms after = change.after();
        return before.behavior() == after.behavior()
                ? before.behavior() + ", on other terms"
                : before.behavior() + " -> " + after.behavior();
    }

    /** What is shown of a region. It may take a while to work out, so regions are worked out side by side. */
    private record Shown(Peer client, List<String> facts) {
        static Shown of(Region region) {
            return new Shown(region.witness(), RegionWords.of(region));
        }
    }

    private void clients(Shown shown) {
        Peer client = shown.client();
        who(shown.facts());
        line("client", new Witness(client, List.of()).words());
        line("old", decided(tables.before().admit(client)));
        line("new", decided(tables.after().admit(client)));
        line("see", new Witness(client, tables.optionsBefore()).command());
        line("", new Witness(client, tables.optionsAfter()).command());
        paper.blank();
    }

    private void who(List<String> facts) {
        var rows = new ArrayList<List<Cell>>();
        for (String fact : facts) {
            String and = rows.isEmpty() ? "" : "and ";
            rows.add(List.of(
                    new Cell(INDENT + (rows.isEmpty() ? "who   " : ""), Style.FAINT),
                    new Cell(and + LogText.escapeText(fact), Style.CYAN)));
        }
        paper.tableOfTexts(rows);
    }

    private static String decided(Admission admission) {
        return Decided.entry(admission) + ": " + Decided.treatment(admission);
    }

    private void line(String key, String value) {
        paper.line(INDENT + paper.styled(key + " ".repeat(8 - key.length()), Style.FAINT) + value);
    }
}
