package dev.hatcheck.cli.trace;

import dev.hatcheck.cli.input.Style;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.Explanation.PassedOver;
import dev.hatcheck.engine.maillog.LogText;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.smtp.Rehearsal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An answer for people: the decision first, then its reasons, then the dialogue. */
public final class AnswerText {
    private static final String INDENT = "  ";

    private final Terminal terminal;
    private final List<String> lines = new ArrayList<>();

    private AnswerText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The answer in lines. */
    public static List<String> write(Answer answer, Terminal terminal) {
        var text = new AnswerText(terminal);
        text.client(answer.peer());
        text.decision(answer.admission());
        text.whyNot(answer.explanation().whyNot());
        text.parameters(answer.admission());
        text.dialogue(answer.steps());
        text.assumed(answer.assumed());
        return text.lines;
    }

    private void client(Peer peer) {
        heading("Client");
        table(List.of(
                List.of("address", peer.address().toString()),
                List.of("name", name(peer.reverseDns())),
                List.of("score", score(peer.reputation())),
                List.of("country", country(peer.country()))));
    }

    private static String name(ReverseDns reverseDns) {
        return switch (reverseDns) {
            case ReverseDns.Verified(var host) -> host + ", verified";
            case ReverseDns.Mismatch(var host) -> host + ", not verified: it does not lead back to the address";
            case ReverseDns.NoRecord() -> "none: the address has no PTR record";
            case ReverseDns.TemporaryFailure(var host) ->
                host.map(it -> it + ", not verified: its look-up failed").orElse("unknown: its look-up failed");
        };
    }

    private static String score(Reputation reputation) {
        return switch (reputation) {
            case Reputation.Scored(var score) -> score.toString();
            case Reputation.None() -> "none";
            case Reputation.Rfc1918() -> "none: nobody asks for that of a private address";
            case Reputation.Unavailable() -> "unknown: it could not be retrieved";
            case Reputation.NotEnabled() -> "none: nobody asks";
        };
    }

    private static String country(Country country) {
        return switch (country) {
            case Country.Known(var code, var name) -> name + " (" + code + ")";
            case Country.Unknown() -> "unknown";
            case Country.NotApplicable() -> "none: the address is private";
            case Country.NotEnabled() -> "unknown: nobody asks";
        };
    }

    private void decision(Admission admission) {
        heading("Decision");
        table(List.of(
                List.of("behavior", Style.BOLD.of(admission.behavior().name(), terminal)),
                List.of("tls", admission.policy().value(PolicyParameters.TLS).written()),
                List.of("policy", admission.policy().name().map(it -> "$" + it).orElse("written on the spot")),
                List.of("group", admission.group().orElse("none")),
                List.of("entry", place(admission.entry()))));
    }

    private String place(Entry entry) {
        return Style.BOLD.of(shown(entry.written()), terminal)
                + INDENT
                + Style.FAINT.of(entry.origin().toString(), terminal);
    }

    private void whyNot(List<PassedOver> passedOver) {
        if (!passedOver.isEmpty()) {
            heading("Entries before it");
            table(passedOver.stream()
                    .map(it -> List.of(
                            it.entry().origin().toString(),
                            it.group().orElse("-"),
                            shown(it.entry().written()),
                            it.reason().words()))
                    .toList());
        }
    }

    private void parameters(Admission admission) {
        heading("Parameters");
        table(ParametersInForce.of(admission.policy()).stream()
                .map(it -> List.of(
                        it.keyword(),
                        it.value().isEmpty() ? "\"\"" : shown(it.value()),
                        it.from().word()))
                .toList());
    }

    private void dialogue(List<Rehearsal.Step> steps) {
        heading("Dialogue");
        if (steps.isEmpty()) {
            lines.add(INDENT + "none: the connection is reset");
        }
        for (Rehearsal.Step step : steps) {
            if (!step.command().equals(Rehearsal.CONNECT)) {
                lines.add(INDENT + "C: " + Style.BOLD.of(shown(step.command()), terminal));
            }
            int last = step.lines().size() - 1;
            for (int i = 0; i <= last; i++) {
                lines.add(INDENT + "S: " + step.code() + (i < last ? "-" : " ")
                        + shown(step.lines().get(i)));
            }
        }
    }

    private void assumed(List<String> assumed) {
        if (!assumed.isEmpty()) {
            heading("Assumed, as no source says");
            assumed.forEach(it -> lines.add(INDENT + it));
        }
    }

    private void heading(String words) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(Style.CYAN.of(words, terminal));
    }

    /** Rows of as many cells each, every column as wide as its widest cell. */
    private void table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < columns - 1; column++) {
            int at = column;
            widths.add(rows.stream()
                    .map(row -> row.get(at).length())
                    .max(Comparator.naturalOrder())
                    .orElse(0));
        }
        for (List<String> row : rows) {
            var line = new StringBuilder(INDENT);
            for (int column = 0; column < columns - 1; column++) {
                line.append(String.format("%-" + widths.get(column) + "s", row.get(column)))
                        .append(INDENT);
            }
            lines.add(line + row.get(columns - 1));
        }
    }

    /** Texts of files and users, so that they cannot act on a terminal. */
    private static String shown(String text) {
        return LogText.escapeText(text);
    }
}
