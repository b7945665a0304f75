package dev.hatcheck.cli;

import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.Given;
import dev.hatcheck.cli.input.TableOptions;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.cli.trace.Answer;
import dev.hatcheck.cli.trace.AnswerJson;
import dev.hatcheck.cli.trace.AnswerText;
import dev.hatcheck.cli.trace.ClientOptions;
import dev.hatcheck.cli.trace.SessionOptions;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code hatcheck trace}: the decision about one client, with its reasons, without a socket. */
@Command(name = "trace", header = "Tells what happens to a client, and why, without a connection.%n")
final class Trace extends Answering {
    @Mixin
    private ClientOptions client;

    @Mixin
    private SessionOptions session;

    private final TableOptions tables = new TableOptions();

    @Option(
            names = "--why-not",
            paramLabel = "GROUP",
            description = "Tells also why this sender group does not decide: its entries, the nearest first.")
    private Optional<String> whyNot = Optional.empty();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    Trace(PrintWriter out, Diagnostics diagnostics, Terminal terminal) {
        super(out, diagnostics, terminal);
    }

    @Override
    CommandSpec spec() {
        return Given.addTo(super.spec(), tables.all());
    }

    @Override
    public Integer call() {
        Configuration configuration = tables.read(new Findings(), diagnostics);
        client.check(configuration.engine().settings(), diagnostics);
        var peer = configuration.asked(client.peer(configuration.facts(), diagnostics));
        Answer answer = Answer.of(
                configuration, peer, session.commands(peer), whyNot.stream().toList());
        if (json) {
            out.println(AnswerJson.write(answer));
        } else {
            AnswerText.write(answer, terminal).forEach(out::println);
        }
        return ExitCode.DONE.number();
    }
}
