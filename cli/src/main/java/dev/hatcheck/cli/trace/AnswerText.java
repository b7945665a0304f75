package dev.hatcheck.cli.trace;

import dev.hatcheck.cli.input.Cell;
import dev.hatcheck.cli.input.Paper;
import dev.hatcheck.cli.input.Style;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.cli.trace.ParametersInForce.Shown;
import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.Explanation.PassedOver;
import dev.hatcheck.engine.insight.Nearness;
import dev.hatcheck.engine.insight.Nearness.Near;
import dev.hatcheck.engine.maillog.LogText;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Setting.From;
import dev.hatcheck.smtp.Rehearsal;
import java.util.List;

/** An answer for people: the decision first, then its reasons, then the dialogue. */
public final class AnswerText {
    private static final int SHOWN = 20;
    private static final String NO_COUNTRY = "not known: neither --reputation nor --country says it";

    private final Paper paper;

    private AnswerText(Terminal terminal) {
        this.paper = new Paper(terminal);
    }

    /** The answer in lines. */
    public static List<String> write(Answer answer, Terminal terminal) {
        var text = new AnswerText(terminal);
        text.client(answer.peer());
        text.decision(answer.admission());
        answer.whyNot().ifPresent(text::whyNot);
        text.passedOver(answer.explanation().whyNot(), answer.peer());
        text.parameters(answer.admission());
        text.dialogue(answer.steps());
        text.assumed(answer.assumed());
        return text.paper.lines();
    }

    private void client(Peer peer) {
        paper.heading("Client");
        paper.table(List.of(
                row("address", peer.address().toString()),
                row("name", name(peer.reverseDns())),
                row("score", score(peer.reputation())),
                row("country", country(peer))));
    }

    private static String name(ReverseDns reverseDns) {
        return switch (reverseDns) {
            case ReverseDns.Verified(var host) -> host + ", verified";
            case ReverseDns.Mismatch(var host) -> host + ", not verified: it does not lead back to the address";
            case ReverseDns.NoRecord() -> "none: nothing says that the address has a PTR record";
            case ReverseDns.TemporaryFailure(var host) ->
                host.map(it -> it + ", not verified: its look-up failed").orElse("unknown: its look-up failed");
        };
    }

    private static String score(Reputation reputation) {
        return switch (reputation) {
            case Reputation.Scored(var score) -> score.toString();
            case Reputation.None() -> "none";
            case Reputation.Rfc1918() -> "none: a private address is not asked about";
            case Reputation.Unavailable() -> "unknown: it could not be retrieved";
            case Reputation.NotEnabled() -> "none: the listener asks for none";
        };
    }

    private static String country(Peer peer) {
        return switch (peer.country()) {
            case Country.Known(var code, var name) -> name + " (" + code + ")";
            case Country.Unknown() -> "unknown";
            case Country.NotApplicable() -> score(new Reputation.Rfc1918());
            case Country.NotEnabled() ->
                switch (peer.reputation()) {
                    case Reputation.Rfc1918 r -> score(r);
                    case Reputation.NotEnabled n -> score(n);
                    case Reputation.Scored s -> NO_COUNTRY;
                    case Reputation.None n -> NO_COUNTRY;
                    case Reputation.Unavailable u -> NO_COUNTRY;
                };
        };
    }

    private void decision(Admission admission) {
        Entry entry = admission.entry();
        paper.heading("Decision");
        paper.table(List.of(
                List.of(key("behavior"), colour(admission)),
                row("tls", admission.policy().value(PolicyParameters.TLS).written()),
                row("policy", policy(admission)),
                row("group", admission.group().orElse("none")),
                List.of(key("entry"), new Cell(shown(entry.written()), Style.CYAN)),
                row("where", shown(entry.origin().toString()))));
    }

    private static String policy(Admission admission) {
        String unnamed =
                admission.entry().origin().line() == 0 ? "none: the listener's default" : "written on the spot";
        return admission.policy().name().map(it -> "$" + it).orElse(unnamed);
    }

    private static Cell colour(Admission admission) {
        return switch (admission.behavior()) {
            case ACCEPT, RELAY -> new Cell(admission.behavior().name(), Style.GREEN);
            case REJECT, TCPREFUSE, CONTINUE -> new Cell(admission.behavior().name(), Style.YELLOW);
        };
    }

    private void whyNot(GroupAnswer answer) {
        paper.heading("Why not " + shown(answer.group()));
        if (answer.decides()) {
            paper.text("It is the group that decides.");
        } else if (answer.entries().isEmpty()) {
            paper.text("It has no entries, so it decides about nobody.");
        } else {
            paper.table(answer.entries().stream()
                    .limit(SHOWN)
                    .map(it -> List.of(line(it.entry()), written(it.entry()), reason(it)))
                    .toList());
            more(answer.entries().size());
        }
    }

    /** In their order as long as one can look over them, else those first that it would take least to meet. */
    private void passedOver(List<PassedOver> passedOver, Peer peer) {
        if (passedOver.isEmpty()) {
            return;
        }
        if (passedOver.size() <= SHOWN) {
            paper.heading("Entries before it, and why they did not decide");
            paper.table(passedOver.stream()
                    .map(it -> List.of(
                            line(it),
                            group(it),
                            written(it),
                            Cell.of(it.reason().words())))
                    .toList());
        } else {
            paper.heading("Entries before it, the nearest first, and why they did not decide");
            paper.table(Nearness.order(passedOver, peer).stream()
                    .limit(SHOWN)
                    .map(it -> List.of(line(it.entry()), group(it.entry()), written(it.entry()), reason(it)))
                    .toList());
            more(passedOver.size());
        }
    }

    private static Cell line(PassedOver entry) {
        return new Cell("line " + entry.entry().origin().line(), Style.FAINT);
    }

    private static Cell group(PassedOver entry) {
        return Cell.of(entry.group().orElse("-"));
    }

    private static Cell written(PassedOver entry) {
        return new Cell(shown(entry.entry().written()), Style.CYAN);
    }

    private static Cell reason(Near near) {
        String further = near.nearness().words();
        return Cell.of(near.entry().reason().words() + (further.isEmpty() ? "" : " (" + further + ")"));
    }

    private void more(int entries) {
        if (entries > SHOWN) {
            paper.blank();
            paper.line("and " + (entries - SHOWN) + " more, which --json has.");
        }
    }

    private void parameters(Admission admission) {
        List<Shown> all = ParametersInForce.of(admission.policy());
        paper.heading("Parameters in force, and where they come from");
        paper.table(all.stream().filter(Shown::isEnforced).map(AnswerText::row).toList());
        // What acts on nobody and was written by nobody is left to the answer for programs.
        List<List<Cell>> kept = all.stream()
                .filter(it -> !it.isEnforced() && it.from() == From.POLICY)
                .map(AnswerText::row)
                .toList();
        if (!kept.isEmpty()) {
            paper.heading("Parameters that the policy has and that are kept, but not enforced yet");
            paper.table(kept);
        }
    }

    private static List<Cell> row(Shown parameter) {
        return List.of(
                Cell.of(shown(parameter.keyword())),
                Cell.of(value(parameter)),
                new Cell(parameter.from().word(), parameter.from() == From.BUILT_IN ? Style.FAINT : Style.PLAIN));
    }

    private static String value(Shown parameter) {
        if (parameter.isUnlimited()) {
            return "no limit";
        }
        return parameter.value().isEmpty() ? "\"\"" : shown(parameter.value());
    }

    private void dialogue(List<Rehearsal.Step> steps) {
        paper.heading("Dialogue");
        if (steps.isEmpty()) {
            paper.line("none: the connection is reset");
        }
        for (Rehearsal.Step step : steps) {
            if (!step.command().equals(Rehearsal.CONNECT)) {
                paper.hanging("C: " + shown(step.command()), Style.BOLD);
            }
            int last = step.lines().size() - 1;
            for (int i = 0; i <= last; i++) {
                paper.hanging(
                        "S: " + step.code() + (i < last ? "-" : " ")
                                + shown(step.lines().get(i)),
                        Style.PLAIN);
            }
        }
    }

    private void assumed(List<String> assumed) {
        if (!assumed.isEmpty()) {
            paper.heading("Assumed, as no source says it");
            assumed.forEach(it -> paper.hanging("- " + it, Style.PLAIN));
        }
    }

    private static List<Cell> row(String key, String value) {
        return List.of(key(key), Cell.of(value));
    }

    private static Cell key(String words) {
        return new Cell(words, Style.FAINT);
    }

    /** Texts of files and users, so that they cannot act on a terminal. */
    private static String shown(String text) {
        return LogText.escapeText(text);
    }
}
