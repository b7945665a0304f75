package dev.hatcheck.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.fixtures.FakeDns;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.lookup.DnsLookup;
import dev.hatcheck.smtp.lookup.SimulatedDns;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A zone means the same whether it is simulated or served by a name server. */
class DnsLookupOracleTest {
    private static final int ZONES = 150;
    private static final ListenerSettings SETTINGS =
            ListenerSettings.of(ListenerType.PUBLIC).with(ListenerParameters.DNS_PTR_TIMEOUT, Duration.ofSeconds(30));

    @Test
    void aZoneMeansTheSameOnTheWire() throws Exception {
        var seen = new HashSet<Class<?>>();
        for (int seed = 0; seed < ZONES; seed++) {
            var random = new Random(seed);
            boolean isV4 = random.nextBoolean();
            IpAddress client =
                    IpAddress.read(isV4 ? "192.0.2.7" : "2001:db8::7").orElseThrow();
            String zone = zone(random, isV4);
            try (var server = FakeDns.start(zone)) {
                var peer = DnsLookup.at(List.of(server.address()), SETTINGS)
                        .lookup(client)
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
                assertThat(peer.reverseDns())
                        .as("seed %d, %s", seed, zone)
                        .isEqualTo(SimulatedDns.read(zone, "zone").reverse(client));
                seen.add(peer.reverseDns().getClass());
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(ReverseDns.class.getPermittedSubclasses());
    }

    private static String zone(Random random, boolean isV4) {
        var zone = new StringBuilder();
        String pointer = isV4
                ? "7.2.0.192.in-addr.arpa."
                : "7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.";
        String owner = aliases(zone, random, pointer, "7.0/25.2.0.192.in-addr.arpa.");
        int names = random.nextInt(13);
        for (int i = 0; i < names; i++) {
            String name = random.nextInt(8) == 0 ? "n%d\\010.example.".formatted(i) : "N%d.example.".formatted(i);
            zone.append(owner).append(" PTR ").append(name).append('\n');
            if (random.nextInt(12) == 0) {
                zone.append("$SERVFAIL ").append(name).append('\n');
            } else if (random.nextInt(4) > 0) {
                String host = aliases(zone, random, name, "host%d.example.".formatted(i));
                zone.append(host).append(address(random, isV4));
            }
        }
        if (random.nextInt(15) == 0) {
            zone.append("$SERVFAIL ").append(pointer).append('\n');
        }
        return zone.toString();
    }

    /** Leads from one name to another over none, a few, as many or more aliases than are followed, or in a circle. */
    private static String aliases(StringBuilder zone, Random random, String from, String to) {
        int count = random.nextInt(3) == 0 ? random.nextInt(11) : 0;
        String last = from;
        for (int i = 1; i <= count; i++) {
            String next = i == count ? to : "a%d.%s".formatted(i, to);
            zone.append(last).append(" CNAME ").append(next).append('\n');
            last = next;
        }
        if (count > 0 && random.nextInt(10) == 0) {
            zone.append(last).append(" CNAME ").append(from).append('\n');
            return "elsewhere." + to;
        }
        return last;
    }

    private static String address(Random random, boolean isV4) {
        String client = isV4 ? " A 192.0.2.7\n" : " AAAA 2001:db8::7\n";
        String other = isV4 ? " A 192.0.2.8\n" : " A 192.0.2.7\n";
        return random.nextInt(5) == 0 ? client : other;
    }
}
