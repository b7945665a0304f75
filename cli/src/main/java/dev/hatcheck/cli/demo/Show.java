package dev.hatcheck.cli.demo;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.fixtures.RecordedLog;
import dev.hatcheck.fixtures.tls.TlsLab;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.SmtpListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The founding case on a real socket: every host connects in clear and over TLS, and tries to deliver a message.
 *
 * @param gateway where the gateway listened
 * @param world what it went by
 * @param scenes what became of each host
 * @param log the mail log, without times
 * @param trials what the check of CRES makes of certificates
 */
public record Show(InetSocketAddress gateway, World world, List<Scene> scenes, List<String> log, List<Trial> trials) {
    private static final IpAddress HERE = IpAddress.of((byte) 127, (byte) 0, (byte) 0, (byte) 1);

    /**
     * Plays it, which takes a second or two.
     *
     * @param now when certificates must be valid
     */
    public static Show play(Instant now) throws IOException {
        var world = World.open();
        var ca = new TlsLab();
        var log = new RecordedLog();
        ListenerOptions options = ListenerOptions.of(world.engine())
                .withoutSmtp()
                .withProxy(new InetSocketAddress("127.0.0.1", 0), List.of(IpRange.of(HERE)))
                .withLookup(world.facts())
                .withEvents(log)
                .withTls(() -> ca.server(Visit.SERVER));
        try (var listener = SmtpListener.start(options)) {
            var scenes = new ArrayList<Scene>();
            int visits = 0;
            for (Host host : hosts()) {
                var visit = new Visit(host, listener.proxyAddress(), ca);
                String inClear = visit.inClear();
                log.awaitLine("ICID " + ++visits + " close"); // so that the log tells of one host after the other
                String overTls = visit.overTls();
                log.awaitLine("ICID " + ++visits + " close");
                scenes.add(scene(world, host, inClear, overTls));
            }
            return new Show(listener.proxyAddress(), world, scenes, log.lines(), Trial.play(world, now));
        }
    }

    static List<Host> hosts() {
        return Stream.concat(Host.CRES.stream(), Stream.of(Host.ORDINARY)).toList();
    }

    private static Scene scene(World world, Host host, String inClear, String overTls) {
        Peer peer = world.facts().peer(host.address());
        return new Scene(
                host,
                world.engine().explain(peer),
                world.engine().explain(peer.with(new ReverseDns.NoRecord())),
                inClear,
                overTls);
    }

    /** Whether everything went as it must. */
    public boolean isAsItMustBe() {
        return scenes.stream().allMatch(Scene::isAsItMustBe) && trials.stream().allMatch(Trial::isAsItMustBe);
    }
}
