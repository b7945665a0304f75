package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.NameSource;
import dev.hatcheck.cli.input.PeerName;
import dev.hatcheck.cli.input.PemFiles;
import dev.hatcheck.cli.input.Target;
import dev.hatcheck.policies.address.IpAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say whom to check, and by what. */
public final class ProbeOptions {
    /** A name server is asked three times in this. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(6);

    private static final int MOST_SECONDS = 3_600;

    @Parameters(
            paramLabel = "HOST[:PORT]",
            description = "Whom to ask. A name alone is a domain: the hosts of its MX records are asked, on port 25. A"
                    + " host with a port, or an address, is asked itself.")
    private Target target;

    @Option(
            names = "--name",
            paramLabel = "DOMAIN",
            description = "The name that the certificate must bear (default: that of the host).")
    private Optional<PeerName> name;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "The roots that are trusted, in PEM, and nobody else (default: those that Java trusts)."
                    + " Intermediates in it tell which one the server does not show.")
    private Optional<Path> authorities;

    @Option(
            names = "--as",
            paramLabel = "ADDR",
            description = "Which client to be, to a server that trusts this machine to say so: by a PROXY header (v1)"
                    + " before the greeting, as `serve --proxy` and haproxy's accept-proxy want one.")
    private Optional<IpAddress> client;

    @Option(
            names = "--dns",
            paramLabel = "SOURCE",
            defaultValue = "system",
            description = "Where MX records and addresses come from: system, from this machine; or from a name server,"
                    + " ADDR[:PORT] (default: ${DEFAULT-VALUE}).")
    private NameSource.Asked source;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long all of it may take (default: ${DEFAULT-VALUE}).")
    private Integer seconds;

    /**
     * What there is to check.
     *
     * @throws CommandFailure if an option or a file is of no use
     */
    public Probe.Question question(Instant now, Diagnostics diagnostics) {
        var findings = new Findings();
        Anchors anchors = authorities.map(file -> anchors(file, findings)).orElseGet(Anchors::ofJava);
        if (seconds < 1 || seconds > MOST_SECONDS) {
            findings.error("hatcheck: --timeout: expected 1 to " + MOST_SECONDS + " seconds, not " + seconds);
        }
        findings.check(diagnostics);
        var question = new Probe.Question(target, name, anchors, now, Duration.ofSeconds(seconds));
        return client.map(question::as).orElse(question);
    }

    private static Anchors anchors(Path file, Findings findings) {
        Anchors anchors = Anchors.of(PemFiles.certificates(file, findings));
        if (anchors.roots().isEmpty() && !anchors.known().isEmpty()) {
            findings.error(file + ": expected a root, which is a certificate that signs itself, and there is none");
        }
        return anchors;
    }

    /** Where mail goes. */
    public Directory directory() {
        return switch (source) {
            case NameSource.ThisMachine() -> Directory.ofThisMachine(TO_ANSWER);
            case NameSource.Server(var endpoint) -> Directory.of(endpoint.socketAddress(), TO_ANSWER);
        };
    }
}
