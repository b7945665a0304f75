package dev.hatcheck.cli.prove;

import dev.hatcheck.cli.insight.Decided;
import dev.hatcheck.cli.insight.Witness;
import dev.hatcheck.engine.insight.Proof;
import dev.hatcheck.engine.maillog.LogText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What became of claims as the XML that test runners write, each claim a test. */
public final class OutcomeJUnit {
    private OutcomeJUnit() {}

    /** The file; the table is the options that say how the listener decides. */
    public static String write(List<Outcome> outcomes, List<String> table) {
        long refuted = outcomes.stream().filter(outcome -> !outcome.isProven()).count();
        var lines = new ArrayList<String>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add("<testsuite name=\"hatcheck prove\" tests=\"" + outcomes.size() + "\" failures=\"" + refuted
                + "\" errors=\"0\" skipped=\"0\">");
        outcomes.forEach(outcome -> lines.addAll(testCase(outcome, table)));
        lines.add("</testsuite>");
        return String.join("\n", lines) + "\n";
    }

    private static List<String> testCase(Outcome outcome, List<String> table) {
        String begin =
                "  <testcase classname=\"" + escaped(outcome.claim().origin().toString()) + "\" name=\""
                        + escaped(outcome.claim().text()) + "\"";
        if (outcome.isProven()) {
            return List.of(begin + "/>");
        }
        List<String> reasons = against(outcome)
                .map(counterexample -> new Witness(counterexample.client(), table).words() + "\n"
                        + Decided.entry(counterexample.admission()) + ": "
                        + Decided.treatment(counterexample.admission()) + "\n"
                        + new Witness(counterexample.client(), table).command())
                .toList();
        return List.of(
                begin + ">",
                "    <failure message=\""
                        + escaped(reasons.getFirst().lines().findFirst().orElseThrow()) + "\">"
                        + escaped(String.join("\n\n", reasons)) + "</failure>",
                "  </testcase>");
    }

    private static Stream<Proof.Counterexample> against(Outcome outcome) {
        return switch (outcome) {
            case Outcome.OfClients(var claim, var proof) -> proof.counterexamples().stream();
            case Outcome.OfZone zone ->
                zone.refuted().stream()
                        .map(host -> host.proof().counterexamples().getFirst());
        };
    }

    /** A text as XML may have it; what XML has no place for is shown as in a log. */
    private static String escaped(String text) {
        return String.join("\n", text.lines().map(LogText::escapeText).toList())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;");
    }
}
