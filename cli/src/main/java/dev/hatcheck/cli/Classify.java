package dev.hatcheck.cli;

import dev.hatcheck.cli.classify.ClientList;
import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.Given;
import dev.hatcheck.cli.input.TableOptions;
import dev.hatcheck.cli.input.Terminal;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hatcheck classify}: the decision about each client of a list. */
@Command(
        name = "classify",
        header = "Tells of each client of a list which group, entry and policy it comes to.%n",
        footer = {
            "%nThe list is CSV. Its first row may name its columns: ip, and of host, unverified, ptr, sbrs, country and"
                    + " org, which mean what the options of trace mean, any in any order; without names they are"
                    + " ip, host, sbrs. Other columns are left as they are. What a cell leaves out is looked up in --zone and --reputation.",
            "%nStandard output has the list with the columns group, entry, line, policy, behavior, tls and problem,"
                    + " standard error the summary. It ends with 1 if a row is no client."
        })
final class Classify extends Answering {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = ClientList.STANDARD_INPUT,
            description = "The clients; - or none for standard input.")
    private String file;

    private final TableOptions tables = new TableOptions();

    @Option(names = "--summary", description = "Answer with the summary alone.")
    private boolean summary;

    @Option(names = "--json", description = "Answer in JSON, a line for each client and one for the summary.")
    private boolean json;

    Classify(PrintWriter out, Diagnostics diagnostics, Terminal terminal) {
        super(out, diagnostics, terminal);
    }

    @Override
    CommandSpec spec() {
        return Given.addTo(super.spec(), tables.ofDecisions());
    }

    @Override
    public Integer call() {
        Configuration configuration = tables.read(new Findings(), diagnostics);
        boolean areAllClients = new ClientList(file)
                .classify(configuration, new ClientList.Answering(!summary, json, out, diagnostics, terminal));
        return (areAllClients ? ExitCode.DONE : ExitCode.NO).number();
    }
}
