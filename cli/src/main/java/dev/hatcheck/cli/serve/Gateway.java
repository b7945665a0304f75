package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.Endpoint;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.fixtures.tls.Credentials;
import dev.hatcheck.fixtures.tls.HouseCertificate;
import dev.hatcheck.smtp.HostLookup;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.SmtpListener;
import dev.hatcheck.smtp.lookup.Facts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** A listener with its log, its certificate and the files that it is made of, which it can read again. */
public final class Gateway implements AutoCloseable {
    private final GatewayOptions options;
    private final Diagnostics diagnostics;
    private final Optional<CurrentCertificate> certificate;
    private final Function<Facts, HostLookup> lookups;
    private final MailLogWriter log;
    private final SmtpListener listener;
    private final List<String> ready;
    private final ReentrantLock rereading = new ReentrantLock();

    private Gateway(
            GatewayOptions options,
            Diagnostics diagnostics,
            Optional<CurrentCertificate> certificate,
            Function<Facts, HostLookup> lookups,
            MailLogWriter log,
            SmtpListener listener,
            List<String> ready) {
        this.options = options;
        this.diagnostics = diagnostics;
        this.certificate = certificate;
        this.lookups = lookups;
        this.log = log;
        this.listener = listener;
        this.ready = ready;
    }

    /**
     * Reads all files, binds all ports and serves.
     *
     * @throws CommandFailure if anything is in the way; then nothing is left open
     */
    public static Gateway start(GatewayOptions options, Diagnostics diagnostics) {
        var findings = new Findings();
        options.dns().check(options.tables(), findings);
        options.ports().check(findings, diagnostics);
        Optional<CurrentCertificate> certificate = options.tls().read(findings).map(CurrentCertificate::new);
        Configuration configuration = options.tables().read(findings, diagnostics);
        Function<Facts, HostLookup> lookups =
                options.dns().lookups(configuration.engine().settings(), diagnostics);
        MailLogWriter log = options.mailLog().start(new LocalClock(), diagnostics);
        try {
            ListenerOptions listening = options.ports()
                    .in(ListenerOptions.of(configuration.engine())
                            .withLookup(lookups.apply(configuration.facts()))
                            .withEvents(log)
                            .withTls(context(certificate, diagnostics)));
            SmtpListener listener = listen(listening);
            return new Gateway(options, diagnostics, certificate, lookups, log, listener, ready(listening, listener));
        } catch (RuntimeException failed) {
            log.close();
            throw failed;
        }
    }

    private static SmtpListener listen(ListenerOptions options) {
        try {
            return SmtpListener.start(options);
        } catch (IOException taken) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "hatcheck: " + taken.getMessage()
                            + "; name another place with --smtp, --proxy or --xclient, where port 0 is any that is"
                            + " free");
        }
    }

    private static Supplier<SSLContext> context(Optional<CurrentCertificate> certificate, Diagnostics diagnostics) {
        if (certificate.isPresent()) {
            return certificate.get()::serverContext;
        }
        diagnostics.tell("hatcheck: no --cert: TLS shows a demo certificate, which no client can verify");
        return () -> HouseCertificate.demo().serverContext();
    }

    private static List<String> ready(ListenerOptions options, SmtpListener listener) {
        var lines = new ArrayList<String>();
        if (options.ports().smtp().isPresent()) {
            lines.add("ready smtp " + Endpoint.of(listener.smtpAddress()));
        }
        if (options.ports().proxy().isPresent()) {
            lines.add("ready proxy " + Endpoint.of(listener.proxyAddress()));
        }
        if (options.ports().xclient().isPresent()) {
            lines.add("ready xclient " + Endpoint.of(listener.xclientAddress()));
        }
        return List.copyOf(lines);
    }

    /** The lines that say where it can be reached. */
    public List<String> ready() {
        return ready;
    }

    /**
     * Reads its files again, and opens the mail log again for whoever has renamed it.
     *
     * <p>New connections go by what the files say now. If any of them cannot be used, all stays as it was.
     */
    public void reread() {
        rereading.lock();
        try {
            var findings = new Findings();
            Optional<Credentials> credentials = options.tls().read(findings);
            Configuration configuration = options.tables().read(findings, diagnostics);
            options.mailLog().reopen(log);
            credentials.ifPresent(read -> certificate.orElseThrow().replace(read));
            listener.commit(configuration.engine(), lookups.apply(configuration.facts()));
            diagnostics.tell("hatcheck: SIGHUP: all files were read again: new connections go by the new tables");
        } catch (CommandFailure bad) {
            diagnostics.tell(bad.lines());
            diagnostics.tell(
                    "hatcheck: SIGHUP: not all files could be used, so nothing changed: new connections go by the old"
                            + " tables");
        } catch (RuntimeException bug) {
            diagnostics.tell("hatcheck: SIGHUP: new connections go by the old tables, because of a bug: " + bug);
        } finally {
            rereading.unlock();
        }
    }

    /** Says 421 to all clients, and returns when they are gone and the log is written. */
    @Override
    public void close() {
        listener.close();
        log.close();
    }
}
