package dev.hatcheck.cli;

import dev.hatcheck.cli.check.CheckOptions;
import dev.hatcheck.cli.check.Doubted;
import dev.hatcheck.cli.check.FindingJson;
import dev.hatcheck.cli.check.FindingSarif;
import dev.hatcheck.cli.check.FindingText;
import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.Forms;
import dev.hatcheck.cli.input.Given;
import dev.hatcheck.cli.input.TableOptions;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.cli.picture.DrawnTable;
import dev.hatcheck.cli.picture.PictureOptions;
import dev.hatcheck.cli.picture.TablePicture;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.engine.insight.KnownHost;
import dev.hatcheck.engine.insight.Lint;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** {@code hatcheck check}: what an administrator should know of a table. */
@Command(
        name = "check",
        header = "Looks through the tables for what does not do what it seems to.%n",
        footer = "%nIt ends with 1 if it found anything, notes too; with --severity warning notes are left out.%n")
final class Check extends Answering {
    private final TableOptions tables = new TableOptions();

    @Mixin
    private CheckOptions options;

    @Mixin
    private PictureOptions picture;

    Check(PrintWriter out, Diagnostics diagnostics, Terminal terminal) {
        super(out, diagnostics, terminal);
    }

    @Override
    CommandSpec spec() {
        return Given.addTo(super.spec(), tables.ofDecisions());
    }

    @Override
    public Integer call() {
        var forms = new Forms();
        picture.addTo(forms);
        options.addTo(forms);
        forms.check(options.json());
        Findings read = Findings.keepingWarnings();
        Configuration configuration = tables.read(read, diagnostics);
        List<Finding> all = Stream.concat(
                        Lint.of(configuration.hat(), configuration.rat(), configuration.engine(), hosts(configuration)),
                        Doubted.findings(read.warnings()))
                .sorted(Finding.byLine(tables.ratName()))
                .toList();
        List<Finding> found = options.severeEnough(all);
        var drawn = new DrawnTable(tables.hatName(), configuration.hat(), configuration.engine());
        forms.give(
                out,
                to -> answer(all, to),
                Map.of(
                        PictureOptions.SVG, to -> to.print(TablePicture.write(drawn, found)),
                        CheckOptions.SARIF, to -> FindingSarif.print(found, to)));
        return found.isEmpty() ? ExitCode.DONE.number() : ExitCode.NO.number();
    }

    private void answer(List<Finding> all, PrintWriter to) {
        if (options.json()) {
            FindingJson.print(options.severeEnough(all), tables.deciding(), to);
        } else {
            FindingText.write(all, options.least(), tables.deciding(), terminal).forEach(to::println);
        }
    }

    private Optional<List<KnownHost>> hosts(Configuration configuration) {
        return tables.hasZone()
                ? Optional.of(configuration.facts().hosts().stream()
                        .map(host -> new KnownHost(
                                host.name(),
                                host.address(),
                                configuration.facts().peer(host.address()).reverseDns()))
                        .toList())
                : Optional.empty();
    }
}
