package dev.hatcheck.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.fixtures.FakeDns;
import dev.hatcheck.fixtures.RawClient;
import dev.hatcheck.fixtures.RawClient.Heard.Line;
import dev.hatcheck.fixtures.RecordedLog;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.SmtpListener;
import dev.hatcheck.smtp.lookup.DnsLookup;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A listener whose name server does not answer about one of its clients. */
class HangingDnsTest {
    private static final ListenerSettings SETTINGS =
            ListenerSettings.of(ListenerType.PUBLIC).with(ListenerParameters.DNS_PTR_TIMEOUT, Duration.ofSeconds(3));

    @Test
    void theOneClientIsGreetedWhenTimeIsUpAndOthersAreServedMeanwhile() throws Exception {
        var engine = Engine.of(
                SETTINGS,
                HatReader.read("PARTNERS:\n    mx.partner.example\n    ACCEPT\nALL\n    ACCEPT\n", "hat")
                        .value(),
                RatReader.read("ALL ACCEPT\n", "rat").value());
        var log = new RecordedLog();
        try (var dns = FakeDns.start("""
                        $TIMEOUT 8.0.0.127.in-addr.arpa.
                        9.0.0.127.in-addr.arpa. PTR mx.partner.example.
                        mx.partner.example. A 127.0.0.9
                        """);
                var gate = SmtpListener.start(ListenerOptions.of(engine)
                        .withLookup(DnsLookup.at(List.of(dns.address()), SETTINGS))
                        .withEvents(log));
                var hanging = RawClient.connectFrom(local(8), gate.smtpAddress());
                var other = RawClient.connectFrom(local(9), gate.smtpAddress())) {
            assertThat(other.hear()).isEqualTo(new Line("220 mail.example ESMTP"));
            assertThat(log.lines()).last().asString().startsWith("ICID 1 ACCEPT SG PARTNERS match mx.partner.example ");
            assertThat(hanging.hear()).isEqualTo(new Line("220 mail.example ESMTP"));
            assertThat(log.lines()).last().asString().startsWith("ICID 2 ACCEPT SG None match ALL ");
        }
    }

    private static InetAddress local(int last) throws Exception {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    }
}
