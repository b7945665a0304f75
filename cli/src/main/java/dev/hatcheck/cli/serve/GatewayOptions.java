package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.TableOptions;
import picocli.CommandLine.Mixin;

/** All options that say what a gateway is. */
public final class GatewayOptions {
    @Mixin
    private PortOptions ports;

    @Mixin
    private TlsOptions tls;

    @Mixin
    private MailLogOptions mailLog;

    @Mixin
    private TableOptions tables;

    @Mixin
    private DnsOptions dns;

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
