package dev.hatcheck.cli;

import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.Forms;
import dev.hatcheck.cli.input.Given;
import dev.hatcheck.cli.input.TableOptions;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.cli.prove.ClaimOptions;
import dev.hatcheck.cli.prove.Outcome;
import dev.hatcheck.cli.prove.OutcomeJUnit;
import dev.hatcheck.cli.prove.OutcomeJson;
import dev.hatcheck.cli.prove.OutcomeText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code hatcheck prove}: claims over all clients, proven or refuted by a client. */
@Command(
        name = "prove",
        header = "Proves claims about all clients, or finds one that refutes them.%n",
        footer = {
            "%nClaims:",
            "  from 208.90.57.0/26 requires tls",
            "  host .res.cisco.com requires tls",
            "  only RELAYLIST relays",
            "  nobody is accepted without tls except 10.0.0.0/8",
            "  zone-hosts my.zone requires tls%n"
        })
final class Prove extends Answering {
    @Mixin
    private ClaimOptions claims;

    private final TableOptions tables = new TableOptions();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    Prove(PrintWriter out, Diagnostics diagnostics, Terminal terminal) {
        super(out, diagnostics, terminal);
    }

    @Override
    CommandSpec spec() {
        return Given.addTo(super.spec(), tables.ofDecisions());
    }

    @Override
    public Integer call() {
        var forms = new Forms();
        claims.addTo(forms);
        forms.check(json);
        Configuration configuration = tables.read(new Findings(), diagnostics);
        List<Outcome> outcomes = claims.outcomes(configuration, new Findings(), diagnostics);
        forms.give(
                out,
                to -> answer(outcomes, to),
                Map.of(ClaimOptions.JUNIT, to -> to.print(OutcomeJUnit.write(outcomes, tables.deciding()))));
        return outcomes.stream().allMatch(Outcome::isProven) ? ExitCode.DONE.number() : ExitCode.NO.number();
    }

    private void answer(List<Outcome> outcomes, PrintWriter to) {
        if (json) {
            to.println(OutcomeJson.write(outcomes, tables.deciding()));
        } else {
            OutcomeText.write(outcomes, tables.deciding(), terminal).forEach(to::println);
        }
    }
}
