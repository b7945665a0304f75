package dev.hatcheck.cli.check;

import dev.hatcheck.cli.input.Paper;
import dev.hatcheck.cli.input.Style;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.cli.insight.Witness;
import dev.hatcheck.engine.insight.Code;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.engine.insight.Severity;
import dev.hatcheck.engine.maillog.LogText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings for people: by severity, then by line; of many of a kind the first. */
public final class FindingText {
    private static final int SHOWN = 20;
    private static final String INDENT = "    ";

    private final Paper paper;
    private final List<String> table;

    private FindingText(Terminal terminal, List<String> table) {
        this.paper = new Paper(terminal);
        this.table = table;
    }

    /**
     * The findings in lines.
     *
     * @param least the least severity that is told; what is below is only counted
     * @param table the options that say how the listener decides
     */
    public static List<String> write(List<Finding> findings, Severity least, List<String> table, Terminal terminal) {
        var text = new FindingText(terminal, table);
        List<Severity> told = Stream.of(Severity.values())
                .filter(severity -> severity.compareTo(least) <= 0)
                .toList();
        told.forEach(severity -> text.ofSeverity(findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList()));
        text.paper.text(summary(findings, told));
        return text.paper.lines();
    }

    private void ofSeverity(List<Finding> findings) {
        Map<Code, Integer> told = new EnumMap<>(Code.class);
        for (Finding finding : findings) {
            if (told.merge(finding.code(), 1, Integer::sum) <= SHOWN) {
                finding(finding);
            }
        }
        told.forEach((code, count) -> {
            if (count > SHOWN) {
                paper.line((count - SHOWN) + " more of " + code.id() + ", which --json has.");
                paper.blank();
            }
        });
    }

    private void finding(Finding finding) {
        paper.line(LogText.escapeText(finding.where().toString()) + ": "
                + paper.styled(SeverityWord.of(finding.severity()), style(finding.severity())) + " ["
                + paper.styled(finding.code().id(), Style.CYAN) + "]");
        paper.indented(INDENT, LogText.escapeText(finding.message()) + ".");
        paper.indented(INDENT, "Mend: " + LogText.escapeText(finding.mend()) + ".");
        finding.witness().ifPresent(client -> {
            var witness = new Witness(client, table);
            paper.line(INDENT + paper.styled("client  ", Style.FAINT) + witness.words());
            paper.line(INDENT + paper.styled("see     ", Style.FAINT) + witness.command());
        });
        paper.blank();
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case ERROR -> Style.BOLD;
            case WARNING -> Style.YELLOW;
            case NOTE -> Style.FAINT;
        };
    }

    private static String summary(List<Finding> findings, List<Severity> told) {
        var counts = new ArrayList<String>();
        long leftOut = findings.size();
        for (Severity severity : told) {
            long count = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            leftOut -= count;
            if (count > 0) {
                counts.add(count + " " + SeverityWord.of(severity) + (count == 1 ? "" : "s"));
            }
        }
        if (leftOut == 0) {
            return counts.isEmpty() ? "Nothing was found." : String.join(", ", counts) + ".";
        }
        String none = told.stream()
                .map(severity -> SeverityWord.of(severity) + "s")
                .collect(Collectors.joining(" or ", "No ", ""));
        return (counts.isEmpty() ? none : String.join(", ", counts)) + "; " + leftOut + " of lesser severity left out.";
    }
}
