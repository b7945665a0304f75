package dev.hatcheck.bench.study;

import dev.hatcheck.bench.client.Attack;
import dev.hatcheck.bench.client.GoodClient;
import dev.hatcheck.bench.client.TlsSource;
import dev.hatcheck.bench.server.RunningServer;
import dev.hatcheck.bench.server.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;

/** How a good client is served while others attack, one attack after the other. */
final class Hostile implements Study {
    private static final List<String> HEADER = List.of(
            "attack", "messages", "refused", "p50 ms", "p99 ms", "max ms", "RSS before MiB", "peak MiB", "after MiB");
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int SECURED = 300;
    private static final int SIZE = 4_096;
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private final SSLContext trust;

    Hostile(SSLContext trust) {
        this.trust = trust;
    }

    @Override
    public List<Table> measure(Servers servers, Effort effort) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var server = RunningServer.start(servers.hatcheck(), servers.folder())) {
            new GoodClient(server.address()).bring(WARM_UP);
            new TlsSource(trust, 2).run(server.address(), SECURED, SIZE);
            for (Attack attack : Attack.values()) {
                rows.add(under(attack, server, Duration.ofSeconds(effort.seconds())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        String title = "A good client beside an attack, a message every 20 ms for " + effort.seconds() + " s";
        return List.of(new Table(title, HEADER, rows));
    }

    private static List<String> under(Attack attack, RunningServer server, Duration time)
            throws IOException, InterruptedException {
        server.collectGarbage();
        server.forgetPeak();
        long before = server.usage().residentKib();
        GoodClient.Service service = attacked(attack, server, time);
        long peak = server.usage().peakKib();
        Thread.sleep(SETTLING);
        server.collectGarbage();
        return List.of(
                attack.title(),
                Integer.toString(service.millis().length),
                Integer.toString(service.refused()),
                millis(service.within(0.5)),
                millis(service.within(0.99)),
                millis(service.within(1)),
                mib(before),
                mib(peak),
                mib(server.usage().residentKib()));
    }

    private static GoodClient.Service attacked(Attack attack, RunningServer server, Duration time)
            throws InterruptedException {
        Attack.Underway underway = attack.begin(server.address());
        try (underway) {
            return new GoodClient(server.address()).bring(time);
        }
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }

    private static String mib(long kib) {
        return String.format(Locale.ROOT, "%.0f", kib / 1_024.0);
    }
}
