package dev.hatcheck.cli;

import dev.hatcheck.cli.check.CheckOptions;
import dev.hatcheck.cli.check.FindingJson;
import dev.hatcheck.cli.check.FindingText;
import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.TableOptions;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.engine.insight.KnownHost;
import dev.hatcheck.engine.insight.Lint;
import dev.hatcheck.engine.insight.Severity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hatcheck check}: what an administrator should know of a table. */
@Command(
        name = "check",
        header = "Looks through the tables for what does not do what it seems to.%n",
        footer = "%nIt ends with 1 if there are errors or warnings; notes alone do no harm.%n")
final class Check extends Answering {
    @Mixin
    private TableOptions tables;

    @Mixin
    private CheckOptions options;

    Check(PrintWriter out, Diagnostics diagnostics, Terminal terminal) {
        super(out, diagnostics, terminal);
    }

    @Override
    public Integer call() {
        Configuration configuration = tables.read(new Findings(), diagnostics);
        Optional<List<KnownHost>> hosts = tables.hasZone()
                ? Optional.of(configuration.facts().hosts().stream()
                        .map(host -> new KnownHost(
                                host.name(),
                                host.address(),
                                configuration.facts().peer(host.address()).reverseDns()))
                        .toList())
                : Optional.empty();
        List<Finding> found = Lint.of(configuration.hat(), configuration.rat(), configuration.engine(), hosts);
        options.keep(found);
        if (options.json()) {
            out.println(FindingJson.write(found, tables.deciding()));
        } else {
            FindingText.write(found, tables.deciding(), terminal).forEach(out::println);
        }
        return found.stream().allMatch(finding -> finding.severity() == Severity.NOTE)
                ? ExitCode.DONE.number()
                : ExitCode.NO.number();
    }
}
