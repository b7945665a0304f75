package dev.hatcheck.cli.classify;

import dev.hatcheck.cli.input.Cell;
import dev.hatcheck.cli.input.Paper;
import dev.hatcheck.cli.input.Style;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.engine.maillog.LogText;
import java.util.List;
import java.util.Locale;

/** The summary for people. */
final class SummaryText {
    private SummaryText() {}

    static List<String> write(Tally tally, Terminal terminal) {
        var paper = new Paper(terminal);
        paper.heading(counted(tally.clients(), "client", "clients"));
        if (tally.clients() > 0) {
            paper.table(tally.shares().stream().map(SummaryText::row).toList());
        }
        if (tally.unreadable() > 0) {
            paper.blank();
            paper.text(counted(tally.unreadable(), "row is no client.", "rows are no clients."));
        }
        return paper.lines();
    }

    private static List<Cell> row(Tally.Share share) {
        Tally.Treatment treatment = share.treatment();
        return List.of(
                Cell.of(" ".repeat(Math.max(0, 12 - count(share.clients()).length())) + count(share.clients())),
                Cell.of(LogText.escapeText(treatment.group().orElse("-"))),
                Cell.of(treatment
                        .policy()
                        .map(it -> "$" + LogText.escapeText(it))
                        .orElse("-")),
                Cell.of(treatment.behavior().name()),
                new Cell("tls " + treatment.tls().written(), Style.FAINT));
    }

    private static String counted(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
