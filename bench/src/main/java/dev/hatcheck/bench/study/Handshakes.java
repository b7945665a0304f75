package dev.hatcheck.bench.study;

import dev.hatcheck.bench.client.TlsSource;
import dev.hatcheck.bench.server.Server;
import dev.hatcheck.bench.server.Servers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/** How many messages a second, each with a handshake of its own, beside a bare loop over the JDK's TLS. */
final class Handshakes implements Study {
    private static final int SIZE = 4_096;
    private static final int SESSIONS = 10;

    private final SSLContext trust;

    Handshakes(SSLContext trust) {
        this.trust = trust;
    }

    @Override
    public List<Table> measure(Servers servers, Effort effort) throws IOException {
        var measured = new ArrayList<Server>(List.of(servers.bareTls()));
        measured.addAll(servers.hatchecks());
        var source = new TlsSource(trust, SESSIONS);
        var load = new Comparison.NamedLoad(
                "TLS 1.3, a connection and a whole handshake a message, " + SESSIONS + " at a time",
                (server, messages) -> source.run(server, messages, SIZE),
                effort.messages() / 2);
        return Comparison.of(measured, servers.folder(), List.of(load), effort.rounds());
    }
}
