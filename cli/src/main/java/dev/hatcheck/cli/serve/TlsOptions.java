package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.Given;
import dev.hatcheck.cli.input.PemFiles;
import dev.hatcheck.fixtures.tls.Credentials;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The options that name a certificate and its key. */
final class TlsOptions {
    private final Given<Path> certificate = Given.of(
            "--cert",
            "FILE",
            Path.class,
            "The certificate for TLS in PEM, with those that signed it. Without it: a demo certificate,"
                    + " which nobody can verify.");

    private final Given<Path> key =
            Given.of("--key", "FILE", Path.class, "The key of the certificate in PEM, not encrypted.");

    /** All of them. */
    List<Given<?>> all() {
        return List.of(certificate, key);
    }

    /** What the files hold; nothing if none are named, or if something is wrong, which the findings then say. */
    Optional<Credentials> read(Findings findings) {
        if (certificate.isPresent() && key.isPresent()) {
            return PemFiles.read(certificate.get(), key.get(), findings);
        }
        if (certificate.isPresent() || key.isPresent()) {
            findings.error("hatcheck: --cert and --key go together: name the file of the "
                    + (key.isPresent() ? "certificate with --cert" : "key with --key"));
        }
        return Optional.empty();
    }
}
