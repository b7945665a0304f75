package dev.hatcheck.cli.check;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.OutputFile;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.engine.insight.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** In which forms findings are told. */
public final class CheckOptions {
    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(
            names = "--sarif",
            paramLabel = "FILE",
            description = "Write the findings as SARIF 2.1.0, too, so that a code host shows them beside the lines.")
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

    /** Whether the answer is for programs. */
    public boolean json() {
        return json;
    }

    /**
     * Writes findings where they are to be kept.
     *
     * @throws CommandFailure if they cannot be written there
     */
    public void keep(List<Finding> findings) {
        sarif.ifPresent(path -> OutputFile.write(path, out -> FindingSarif.print(findings, out)));
    }
}
