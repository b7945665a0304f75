package dev.hatcheck.cli.check;

import dev.hatcheck.engine.insight.Code;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.engine.insight.Severity;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.text.Doubt;
import dev.hatcheck.policies.text.Warning;
import java.util.List;
import java.util.stream.Stream;

/** What the readers of tables doubted, as findings like those about what tables mean. */
public final class Doubted {
    private Doubted() {}

    /** The findings of warnings, but for what is found of the tables themselves. */
    public static Stream<Finding> findings(List<Warning> warnings) {
        return warnings.stream().flatMap(Doubted::finding);
    }

    private static Stream<Finding> finding(Warning warning) {
        return switch (warning.doubt()) {
            case Doubt.NotEnforced n -> Stream.empty();
            case Doubt.ResponseNotGiven r -> Stream.empty();
            case Doubt.UnknownParameter u -> Stream.of(finding(warning, Code.UNKNOWN_PARAMETER, Severity.WARNING));
            case Doubt.NoAll n -> Stream.of(finding(atLastLine(warning), Code.NO_ALL, Severity.WARNING));
            case Doubt.NoAllRecipients n -> Stream.of(finding(atLastLine(warning), Code.NO_ALL, Severity.NOTE));
            case Doubt.BitsBehindPrefix b -> Stream.of(finding(warning, Code.BITS_BEHIND_PREFIX, Severity.WARNING));
            case Doubt.OneLabel o -> Stream.of(finding(warning, Code.ONE_LABEL, Severity.WARNING));
            case Doubt.UnreadableName u -> Stream.of(finding(warning, Code.UNREADABLE_NAME, Severity.WARNING));
            case Doubt.SenderTwice twice ->
                Stream.of(finding(warning, Code.DUPLICATE, Severity.NOTE).with(List.of(twice.firstPlace())));
            case Doubt.RecipientTwice twice ->
                Stream.of(finding(warning, Code.DUPLICATE, Severity.WARNING).with(List.of(twice.firstPlace())));
            case Doubt.PolicyNotDefined p -> Stream.of(finding(warning, Code.POLICY_NOT_DEFINED, Severity.NOTE));
            case Doubt.RejectsNobody r -> Stream.of(finding(warning, Code.REJECTS_NOBODY, Severity.WARNING));
        };
    }

    private static Finding finding(Warning warning, Code code, Severity severity) {
        return Finding.of(
                code,
                severity,
                warning.origin(),
                warning.doubt().message(),
                warning.doubt().mend());
    }

    /** Of what is missing at the end: that end may be behind the last line, where nothing could be shown. */
    private static Warning atLastLine(Warning warning) {
        int line = warning.origin().line();
        return warning.column() == 1 && line > 1
                ? new Warning(Origin.of(warning.origin().file(), line - 1), 1, warning.doubt())
                : warning;
    }
}
