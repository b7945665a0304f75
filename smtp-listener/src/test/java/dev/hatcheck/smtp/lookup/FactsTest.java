package dev.hatcheck.smtp.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final IpAddress CLIENT = IpAddress.ofV4(0xc0000207);
    private static final HostName LIST = new HostName("list.example");
    private static final SimulatedDns ZONE = SimulatedDns.read("""
            7.2.0.192.in-addr.arpa. PTR mx.example.org.
            mx.example.org. A 192.0.2.7
            7.2.0.192.list.example. A 127.0.0.2
            """, "lab.zone");
    private static final FixedReputation TABLE = FixedReputation.read("192.0.2.7 5.2 US org=17", "lab.rep");

    @Test
    void whereNothingIsDeclaredNothingIsKnown() {
        assertThat(Facts.none().peer(CLIENT)).isEqualTo(Peer.of(CLIENT));
    }

    @Test
    void aZoneAloneDeclaresNames() {
        assertThat(Facts.none().withZone(ZONE).peer(CLIENT))
                .isEqualTo(Peer.of(CLIENT).with(new ReverseDns.Verified(new HostName("mx.example.org"))));
    }

    @Test
    void aTableAloneDeclaresTheRest() {
        assertThat(Facts.none().withReputation(TABLE).peer(CLIENT))
                .isEqualTo(new Peer(
                        CLIENT,
                        new ReverseDns.NoRecord(),
                        new Reputation.Scored(new Score(52)),
                        new Country.Known("US", "United States"),
                        OptionalLong.of(17)));
    }

    @Test
    void theAnswerIsThereAtOnce() {
        Facts facts = Facts.none().withZone(ZONE).withReputation(TABLE);
        assertThat(facts.lookup(CLIENT)).isCompletedWithValue(facts.peer(CLIENT));
        assertThat(facts.lists(CLIENT, List.of(LIST)))
                .isCompletedWithValue(new DnsLists(Map.of(LIST, DnsLists.Answer.LISTED)));
    }

    @Test
    void whereNoListIsDeclaredNobodyIsOnIt() {
        assertThat(Facts.none().declaredLists(CLIENT, List.of(LIST)))
                .isEqualTo(new DnsLists(Map.of(LIST, DnsLists.Answer.NOT_LISTED)));
    }
}
