package dev.hatcheck.cli.prove;

import dev.hatcheck.cli.input.Cell;
import dev.hatcheck.cli.input.Paper;
import dev.hatcheck.cli.input.Style;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.cli.insight.Decided;
import dev.hatcheck.cli.insight.Witness;
import dev.hatcheck.engine.insight.Choice;
import dev.hatcheck.engine.insight.Proof;
import dev.hatcheck.engine.maillog.LogText;
import java.util.List;

/** What became of claims, for people. */
public final class OutcomeText {
    private static final String INDENT = "    ";

    private final Paper paper;
    private final List<String> table;

    private OutcomeText(Terminal terminal, List<String> table) {
        this.paper = new Paper(terminal);
        this.table = table;
    }

    /** The outcomes in lines; the table is the options that say how the listener decides. */
    public static List<String> write(List<Outcome> outcomes, List<String> table, Terminal terminal) {
        var text = new OutcomeText(terminal, table);
        outcomes.forEach(text::outcome);
        text.paper.text(summary(outcomes) + ".");
        return text.paper.lines();
    }

    private static String summary(List<Outcome> outcomes) {
        List<Outcome> proven = outcomes.stream().filter(Outcome::isProven).toList();
        long ofNobody = proven.stream().filter(Outcome::isOfNobody).count();
        String count = proven.size() == outcomes.size()
                ? counted(outcomes.size(), "claim") + ", proven"
                : proven.size() + " of " + counted(outcomes.size(), "claim") + " proven";
        return ofNobody == 0 ? count : count + ", " + ofNobody + " of them of nobody";
    }

    private void outcome(Outcome outcome) {
        String claim = LogText.escapeText(outcome.claim().text());
        paper.line(
                outcome.isProven()
                        ? paper.styled("PROVEN ", Style.GREEN) + "  " + claim
                        : paper.styled("REFUTED", Style.YELLOW) + "  " + claim);
        if (outcome.isOfNobody()) {
            paper.hanging(INDENT + "There is no client of whom this speaks.", Style.PLAIN);
        }
        if (outcome.claim().isByName()) {
            boolean isOfAnyAddress = outcome.claim().claim().meant().addresses() instanceof Choice.All;
            paper.hanging(
                    INDENT + "This speaks of clients " + (isOfAnyAddress ? "at any address " : "")
                            + "whose name is verified: while reverse DNS fails, of nobody.",
                    Style.PLAIN);
        }
        switch (outcome) {
            case Outcome.OfClients(var written, var proof) -> counterexamples(proof);
            case Outcome.OfZone zone -> zone(zone);
        }
        paper.blank();
    }

    private void counterexamples(Proof proof) {
        if (proof.isProven()) {
            return;
        }
        counterexample(proof.counterexamples().getFirst());
        List<Proof.Counterexample> others =
                proof.counterexamples().subList(1, proof.counterexamples().size());
        if (!others.isEmpty()) {
            paper.line(INDENT + "and the same for clients of "
                    + counted(proof.entries() - 1, "other entry", "other entries") + ":");
            others.forEach(other -> paper.line(
                    INDENT + INDENT + Decided.entry(other.admission()) + ": " + Decided.treatment(other.admission())));
            if (proof.entries() > proof.counterexamples().size()) {
                paper.line(INDENT + INDENT + "...");
            }
        }
    }

    private void counterexample(Proof.Counterexample counterexample) {
        var witness = new Witness(counterexample.client(), table);
        line("client", witness.words());
        line("entry", Decided.entry(counterexample.admission()));
        line("does", Decided.treatment(counterexample.admission()));
        line("see", witness.command());
    }

    private void line(String key, String value) {
        paper.line(INDENT + paper.styled(key + " ".repeat(8 - key.length()), Style.FAINT) + value);
    }

    private void zone(Outcome.OfZone zone) {
        List<Outcome.ZoneHost> refuted = zone.refuted();
        List<Outcome.ZoneHost> byName = zone.provenByNameOnly();
        int always = zone.hosts().size() - refuted.size() - byName.size();
        paper.line(INDENT + counted(zone.hosts().size(), "host") + ": it holds for " + always + ", for " + byName.size()
                + " more while reverse DNS works, and not for " + refuted.size() + ".");
        for (Outcome.ZoneHost host : refuted) {
            paper.line(INDENT + "It does not hold for " + paper.styled(name(host), Style.CYAN) + ":");
            counterexample(host.proof().counterexamples().getFirst());
        }
        if (!byName.isEmpty()) {
            paper.line(INDENT + "While reverse DNS fails it does not hold for these, because of:");
            List<List<Cell>> rows = byName.stream().map(OutcomeText::row).toList();
            paper.table(rows);
        }
    }

    private static List<Cell> row(Outcome.ZoneHost host) {
        Proof.Counterexample without = host.unverified().counterexamples().getFirst();
        return List.of(
                new Cell(INDENT + host.host().name().text(), Style.CYAN),
                Cell.of(host.host().address().toString()),
                Cell.of(LogText.escapeText(without.admission()
                        .group()
                        .orElse(without.admission().entry().written()))),
                Cell.of(Decided.treatment(without.admission())));
    }

    private static String name(Outcome.ZoneHost host) {
        return host.host().name() + " (" + host.host().address() + ")";
    }

    private static String counted(int number, String one) {
        return counted(number, one, one + "s");
    }

    private static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
