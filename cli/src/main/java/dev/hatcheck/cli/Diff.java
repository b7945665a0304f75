package dev.hatcheck.cli;

import dev.hatcheck.cli.diff.ChangeJson;
import dev.hatcheck.cli.diff.ChangeText;
import dev.hatcheck.cli.diff.Tables;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.Forms;
import dev.hatcheck.cli.input.Given;
import dev.hatcheck.cli.input.SettingOptions;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.cli.picture.DiffPicture;
import dev.hatcheck.cli.picture.DrawnTable;
import dev.hatcheck.cli.picture.PictureOptions;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.insight.Difference;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.text.HatReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hatcheck diff}: the clients whom two tables treat differently. */
@Command(
        name = "diff",
        header = "Tells which clients two tables treat differently, and how.%n",
        footer = "%nIt ends with 0 if the tables mean the same, however they are written, and with 1 if they do not.%n")
final class Diff extends Answering {
    @Parameters(index = "0", paramLabel = "OLD", description = "The old Host Access Table.")
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "The new one.")
    private Path fresh;

    private final SettingOptions setting = new SettingOptions();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Mixin
    private PictureOptions picture;

    Diff(PrintWriter out, Diagnostics diagnostics, Terminal terminal) {
        super(out, diagnostics, terminal);
    }

    @Override
    CommandSpec spec() {
        return Given.addTo(super.spec(), setting.all());
    }

    @Override
    public Integer call() {
        var forms = new Forms();
        picture.addTo(forms);
        forms.check(json);
        var findings = new Findings();
        ListenerSettings settings = setting.read(findings);
        List<Optional<HostAccessTable>> hats = findings.read(List.of(old, fresh), HatReader::read);
        findings.check(diagnostics);
        List<Engine> engines = hats.parallelStream()
                .map(hat -> engine(settings, hat.orElseThrow()))
                .toList();
        var tables =
                new Tables(old.toString(), engines.getFirst(), fresh.toString(), engines.getLast(), setting.deciding());
        Difference difference = Difference.of(tables.before(), tables.after());
        var oldTable = new DrawnTable(tables.oldFile(), hats.getFirst().orElseThrow(), tables.before());
        var newTable = new DrawnTable(tables.newFile(), hats.getLast().orElseThrow(), tables.after());
        forms.give(
                out,
                to -> answer(difference, tables, to),
                Map.of(PictureOptions.SVG, to -> to.print(DiffPicture.write(oldTable, newTable, difference))));
        return (difference.changes().isEmpty() && difference.isComplete() ? ExitCode.DONE : ExitCode.NO).number();
    }

    private void answer(Difference difference, Tables tables, PrintWriter to) {
        if (json) {
            ChangeJson.print(difference, tables, to);
        } else {
            ChangeText.write(difference, tables, terminal).forEach(to::println);
        }
    }

    /** Recipients are another table's matter. */
    private static Engine engine(ListenerSettings settings, HostAccessTable table) {
        return Engine.of(settings, table, new RecipientAccessTable(List.of()));
    }
}
