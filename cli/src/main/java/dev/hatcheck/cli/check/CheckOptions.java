package dev.hatcheck.cli.check;

import dev.hatcheck.cli.input.Forms;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.engine.insight.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** In which forms findings are told. */
public final class CheckOptions {
    /** The option, as forms of an answer are called. */
    public static final String SARIF = "--sarif";

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(
            names = SARIF,
            paramLabel = "FILE",
            description =
                    "Write the findings as SARIF 2.1.0, too, so that a code host shows them beside the lines. With"
                            + " - that is the answer, and no text.")
    private Optional<Path> sarif;

    @Option(
            names = "--severity",
            paramLabel = "LEVEL",
            defaultValue = "note",
            description = "The least severity that is told and counts: error, warning or note (default:"
                    + " ${DEFAULT-VALUE}).")
    private Severity least;

    /** Those of findings that are severe enough. */
    public List<Finding> severeEnough(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity().compareTo(least) <= 0)
                .toList();
    }

    /** The least severity that is told. */
    public Severity least() {
        return least;
    }

    /** Whether the answer is for programs. */
    public boolean json() {
        return json;
    }

    /** Wants the findings in SARIF where they are to go, if they are. */
    public void addTo(Forms forms) {
        sarif.ifPresent(place -> forms.want(SARIF, place));
    }
}
