package dev.hatcheck.cli.trace;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.engine.Peer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say what a client does once it is greeted. */
public final class SessionOptions {
    /** Spelled as the option spells it. */
    private enum YesOrNo {
        yes,
        no
    }

    @Option(
            names = "--tls",
            paramLabel = "yes|no",
            defaultValue = "no",
            description = "Whether it begins TLS (default: no).")
    private YesOrNo tls;

    @Option(
            names = "--helo",
            paramLabel = "NAME",
            description = "What it calls itself (default: its host name or address).")
    private Optional<String> helo;

    @Option(
            names = "--from",
            paramLabel = "ADDR",
            defaultValue = "sender@example.com",
            description = "The sender of its message (default: ${DEFAULT-VALUE}); <> for a bounce.")
    private String from;

    @Option(names = "--rcpt", paramLabel = "ADDR", description = "A recipient of its message. Repeatable.")
    private List<String> recipients = List.of();

    /**
     * The commands of the client.
     *
     * @throws CommandFailure if an option would be more than one command
     */
    public List<String> commands(Peer peer) {
        Stream.concat(Stream.of(helo.orElse(""), from), recipients.stream())
                .filter(text -> text.chars().anyMatch(Character::isISOControl))
                .findFirst()
                .ifPresent(text -> {
                    throw new CommandFailure(
                            ExitCode.BAD_INPUT,
                            "hatcheck: --helo, --from and --rcpt are parts of commands, which have no control"
                                    + " characters; leave them out of \"" + text + "\"");
                });
        return Script.commands(helo.orElseGet(() -> Script.helo(peer)), tls == YesOrNo.yes, from, recipients);
    }
}
