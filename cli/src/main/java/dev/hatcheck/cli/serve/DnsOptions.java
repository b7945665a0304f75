package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.Endpoint;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.Given;
import dev.hatcheck.cli.input.NameSource;
import dev.hatcheck.cli.input.TableOptions;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.smtp.HostLookup;
import dev.hatcheck.smtp.lookup.DnsLookup;
import dev.hatcheck.smtp.lookup.Facts;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The option that says where the names of clients and the answers of DNS lists come from. */
final class DnsOptions {
    private final Given<NameSource> source = Given.usually(
            "--dns",
            "SOURCE",
            NameSource.class,
            "simulated",
            "Where the names of clients and the answers of DNS lists come from: simulated, which is from"
                    + " --zone; system, from the name servers of this machine; or from a name server, ADDR[:PORT]"
                    + " (default: ${DEFAULT-VALUE}). Only simulated keeps all on this machine.");

    /** All of them. */
    List<Given<?>> all() {
        return List.of(source);
    }

    /** Checks that names and lists come from one place. */
    void check(TableOptions tables, Findings findings) {
        if (!(source.get() instanceof NameSource.Simulated) && tables.hasZone()) {
            findings.error("hatcheck: --dns " + source.get()
                    + " and --zone: names and DNS lists come from one place; leave out one of them");
        }
    }

    /** Where a listener of these settings looks up its clients, by what is declared about them besides. */
    Function<Facts, HostLookup> lookups(ListenerSettings settings, Diagnostics diagnostics) {
        return switch (source.get()) {
            case NameSource.Simulated() -> facts -> facts;
            case NameSource.ThisMachine() -> asking(DnsLookup.serversOfThisMachine(), settings, diagnostics);
            case NameSource.Server(var endpoint) -> asking(List.of(endpoint.socketAddress()), settings, diagnostics);
        };
    }

    private static Function<Facts, HostLookup> asking(
            List<InetSocketAddress> servers, ListenerSettings settings, Diagnostics diagnostics) {
        diagnostics.tell("hatcheck: names of clients and DNS lists come from name server "
                + servers.stream().map(Endpoint::of).map(Endpoint::toString).collect(Collectors.joining(", then ")));
        var dns = DnsLookup.at(servers, settings);
        warm(dns, diagnostics);
        return dns::with;
    }

    /**
     * Asks once before there are clients: they would pay for what has to be loaded, and nobody would hear of a dead
     * server.
     */
    private static void warm(DnsLookup dns, Diagnostics diagnostics) {
        var answer = dns.lookup(PortOptions.HERE).toCompletableFuture().join().reverseDns();
        if (answer instanceof ReverseDns.TemporaryFailure) {
            diagnostics.tell("hatcheck: warning: asked for the name of " + PortOptions.HERE
                    + ", it failed or did not answer; clients may be without names");
        }
    }
}
