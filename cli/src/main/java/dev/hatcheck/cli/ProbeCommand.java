package dev.hatcheck.cli;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.cli.probe.Examination;
import dev.hatcheck.cli.probe.ExaminationJson;
import dev.hatcheck.cli.probe.ExaminationText;
import dev.hatcheck.cli.probe.Probe;
import dev.hatcheck.cli.probe.ProbeOptions;
import dev.hatcheck.cli.probe.Verdict;
import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hatcheck probe}: whether a sender that insists on TLS, and checks whom it talks to, could deliver. */
@Command(
        name = "probe",
        header = "Checks the TLS of a mail server, as CRES does before its replies come unencrypted.%n",
        footer = {
            "%nThe verdict is PASS or the first reason against it: NO_MX, REFUSED, NO_STARTTLS, HANDSHAKE, SELF_SIGNED,"
                    + " MISSING_INTERMEDIATE, UNTRUSTED_ROOT, NAME_MISMATCH, EXPIRED. With PASS it ends with 0, else"
                    + " with 1.%n"
        })
final class ProbeCommand extends Answering {
    @Mixin
    private ProbeOptions options;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    ProbeCommand(PrintWriter out, Diagnostics diagnostics, Terminal terminal) {
        super(out, diagnostics, terminal);
    }

    @Override
    public Integer call() {
        Probe.Question question = options.question(Clock.systemUTC().instant(), diagnostics);
        Examination examination = Probe.examine(question, options.directory());
        if (json) {
            out.println(ExaminationJson.write(examination));
        } else {
            ExaminationText.write(examination, terminal).forEach(out::println);
        }
        return (examination.verdict() == Verdict.PASS ? ExitCode.DONE : ExitCode.NO).number();
    }
}
