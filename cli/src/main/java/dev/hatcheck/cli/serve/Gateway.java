package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.Endpoint;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.TableOptions;
import dev.hatcheck.fixtures.Credentials;
import dev.hatcheck.fixtures.TestCa;
import dev.hatcheck.smtp.HostLookup;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.SmtpListener;
import dev.hatcheck.smtp.lookup.Facts;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** A listener with its log, its certificate and the files that it is made of, which it can read again. */
public final class Gateway implements AutoCloseable {
    private final TableOptions tables;
    private final TlsOptions tls;
    private final MailLogOptions logOptions;
    private final Diagnostics diagnostics;
    private final MailLogWriter log;
    private final Optional<CurrentCertificate> certificate;
    private final SmtpListener listener;
    private final ListenerOptions options;
    private final Function<Facts, HostLookup> lookups;
    private final ReentrantLock rereading = new ReentrantLock();
    private MailLogWriter.Target target;

    private Gateway(
            TableOptions tables,
            TlsOptions tls,
            MailLogOptions logOptions,
            Diagnostics diagnostics,
            MailLogWriter.Target target,
            MailLogWriter log,
            Optional<CurrentCertificate> certificate,
            ListenerOptions options,
            Function<Facts, HostLookup> lookups)
            throws IOException {
        this.tables = tables;
        this.tls = tls;
        this.logOptions = logOptions;
        this.diagnostics = diagnostics;
        this.target = target;
        this.log = log;
        this.certificate = certificate;
        this.options = options;
        this.lookups = lookups;
        this.listener = SmtpListener.start(options);
    }

    /**
     * Reads all files, binds all ports and serves.
     *
     * @throws CommandFailure if anything is in the way
     */
    public static Gateway start(
            TableOptions tables,
            DnsOptions dns,
            TlsOptions tls,
            PortOptions ports,
            MailLogOptions logOptions,
            Diagnostics diagnostics) {
        dns.check(tables);
        var findings = new Findings();
        ports.check(findings, diagnostics);
        Optional<CurrentCertificate> certificate = tls.read(findings).map(CurrentCertificate::new);
        Configuration configuration = tables.read(findings, diagnostics);
        Function<Facts, HostLookup> lookups = dns.lookups(configuration.engine().settings(), diagnostics);
        var clock = Clock.systemDefaultZone();
        MailLogWriter.Target target = logOptions.open(clock, diagnostics);
        MailLogWriter log = MailLogWriter.start(logOptions.release(), target, clock, diagnostics);
        ListenerOptions options = ports.in(ListenerOptions.of(configuration.engine())
                .withLookup(lookups.apply(configuration.facts()))
                .withEvents(log)
                .withTls(context(certificate, diagnostics)));
        try {
            return new Gateway(tables, tls, logOptions, diagnostics, target, log, certificate, options, lookups);
        } catch (IOException taken) {
            log.close();
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "hatcheck: " + taken.getMessage()
                            + "; name another place with --smtp, --proxy or --xclient, where port 0 is any that is free");
        }
    }

    private static Supplier<SSLContext> context(Optional<CurrentCertificate> certificate, Diagnostics diagnostics) {
        if (certificate.isPresent()) {
            return certificate.get()::serverContext;
        }
        diagnostics.tell("hatcheck: no --cert: TLS shows a demo certificate, which no client can verify");
        return () -> TestCa.demoCertificate().serverContext();
    }

    /** The lines that say where it can be reached. */
    public List<String> ready() {
        var lines = new ArrayList<String>();
        if (options.smtp().isPresent()) {
            lines.add("ready smtp " + Endpoint.of(listener.smtpAddress()));
        }
        if (options.proxy().isPresent()) {
            lines.add("ready proxy " + Endpoint.of(listener.proxyAddress()));
        }
        if (options.xclient().isPresent()) {
            lines.add("ready xclient " + Endpoint.of(listener.xclientAddress()));
        }
        return lines;
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
            Optional<Credentials> credentials = tls.read(findings);
            Configuration configuration = tables.read(findings, diagnostics);
            logOptions.reopen(target).ifPresent(this::redirect);
            credentials.ifPresent(read -> certificate.orElseThrow().replace(read));
            listener.commit(configuration.engine(), lookups.apply(configuration.facts()));
            diagnostics.tell("hatcheck: SIGHUP: all files were read again: new connections go by the new tables");
        } catch (CommandFailure bad) {
            diagnostics.tell(bad.lines());
            diagnostics.tell(
                    "hatcheck: SIGHUP: not all files could be used, so nothing changed: new connections go by the old tables");
        } catch (RuntimeException bug) {
            diagnostics.tell("hatcheck: SIGHUP: new connections go by the old tables, because of a bug: " + bug);
        } finally {
            rereading.unlock();
        }
    }

    private void redirect(MailLogWriter.Target other) {
        log.redirect(other);
        target = other;
    }

    /** Says 421 to all clients, and returns when they are gone and the log is written. */
    @Override
    public void close() {
        listener.close();
        log.close();
    }
}
