package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.Given;
import dev.hatcheck.cli.input.TableOptions;
import java.util.List;
import java.util.stream.Stream;

/** All options that say what a gateway is. */
public final class GatewayOptions {
    private final PortOptions ports = new PortOptions();
    private final TlsOptions tls = new TlsOptions();
    private final MailLogOptions mailLog = new MailLogOptions();
    private final TableOptions tables = new TableOptions();
    private final DnsOptions dns = new DnsOptions();

    /** All of them, as a command line shows them. */
    public List<Given<?>> all() {
        return Stream.of(ports.all(), tls.all(), mailLog.all(), tables.all(), dns.all())
                .<Given<?>>flatMap(List::stream)
                .toList();
    }

    PortOptions ports() {
        return ports;
    }

    TlsOptions tls() {
        return tls;
    }

    MailLogOptions mailLog() {
        return mailLog;
    }

    TableOptions tables() {
        return tables;
    }

    DnsOptions dns() {
        return dns;
    }
}
