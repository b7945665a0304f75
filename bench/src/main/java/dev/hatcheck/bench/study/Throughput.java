package dev.hatcheck.bench.study;

import dev.hatcheck.bench.client.SmtpSource;
import dev.hatcheck.bench.server.Server;
import dev.hatcheck.bench.server.Servers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How many messages a second, beside Postfix's sink, Wiser and GreenMail. */
final class Throughput implements Study {
    private static final int SIZE = 4_096;

    private final List<SmtpSource> modes;
    private final boolean withPeers;

    Throughput(List<SmtpSource> modes, boolean withPeers) {
        this.modes = modes;
        this.withPeers = withPeers;
    }

    @Override
    public List<Table> measure(Servers servers, Effort effort) throws IOException {
        var measured = new ArrayList<Server>(List.of(servers.sink()));
        measured.addAll(servers.hatchecks());
        if (withPeers) {
            measured.addAll(List.of(servers.wiser(), servers.greenMail()));
        }
        var loads = modes.stream()
                .map(mode -> new Comparison.NamedLoad(
                        "Throughput, smtp-source " + mode.name() + " -l " + SIZE,
                        (server, messages) -> mode.run(server, messages, SIZE),
                        effort.messages()))
                .toList();
        return Comparison.of(measured, servers.folder(), loads, effort.rounds());
    }
}
