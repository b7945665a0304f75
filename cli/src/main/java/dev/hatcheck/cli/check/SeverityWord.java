package dev.hatcheck.cli.check;

import dev.hatcheck.engine.insight.Severity;

/** What a severity is called. */
public final class SeverityWord {
    private SeverityWord() {}

    /** {@code error}, {@code warning} or {@code note}, which are levels of SARIF, too. */
    public static String of(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
