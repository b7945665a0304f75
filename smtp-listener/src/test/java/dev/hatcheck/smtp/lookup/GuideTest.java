package dev.hatcheck.smtp.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide to the tables says of zones and reputation is what comes of them. */
class GuideTest {
    @Test
    void itsZoneAndItsReputationSayWhoTheClientIs() throws IOException {
        List<String> blocks = Pattern.compile("```\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/tables.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        Peer peer = Facts.none()
                .withZone(SimulatedDns.read(blocks.get(2), "guide"))
                .withReputation(FixedReputation.read(blocks.get(3), "guide"))
                .peer(IpAddress.read("208.90.57.32").orElseThrow());
        assertThat(peer.reverseDns()).isEqualTo(new ReverseDns.Verified(new HostName("mxnat1.res.cisco.com")));
        assertThat(peer.reputation()).isEqualTo(new Reputation.Scored(new Score(42)));
        assertThat(peer.country()).isEqualTo(new Country.Known("US", "United States"));
        assertThat(peer.organization()).hasValue(1234);
    }
}
