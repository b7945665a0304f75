package dev.hatcheck.acceptance;

import static dev.hatcheck.engine.DnsLists.Answer.FAILED;
import static dev.hatcheck.engine.DnsLists.Answer.LISTED;
import static dev.hatcheck.engine.DnsLists.Answer.NOT_LISTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.fixtures.FakeDns;
import dev.hatcheck.fixtures.RawClient;
import dev.hatcheck.fixtures.RawClient.Heard.Line;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.SmtpListener;
import dev.hatcheck.smtp.lookup.DnsLookup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** DNS lists, from a name server on this machine. */
class DnsListsTest {
    private static final IpAddress CLIENT = IpAddress.read("192.0.2.7").orElseThrow();
    private static final HostName YES = new HostName("yes.example");
    private static final HostName NO = new HostName("no.example");
    private static final HostName FAILS = new HostName("fails.example");
    private static final HostName HANGS = new HostName("hangs.example");

    private static final ListenerSettings SETTINGS = ListenerSettings.of(ListenerType.PUBLIC)
            .with(ListenerParameters.DNS_PTR_TIMEOUT, Duration.ofSeconds(30))
            .with(ListenerParameters.DNSLIST_TIMEOUT, Duration.ofMillis(1_500));

    @Test
    void allListsAreAskedAtOnceAndOneThatHangsTakesNothingFromTheOthers() throws Exception {
        try (var server = FakeDns.start("""
                $TIMEOUT 7.2.0.192.hangs.example.
                $SERVFAIL 7.2.0.192.fails.example.
                7.2.0.192.yes.example. A 127.0.0.2
                """)) {
            DnsLists said = DnsLookup.at(List.of(server.address()), SETTINGS)
                    .lists(CLIENT, List.of(HANGS, FAILS, NO, YES))
                    .toCompletableFuture()
                    .get(5, TimeUnit.SECONDS);
            assertThat(said).isEqualTo(new DnsLists(Map.of(HANGS, FAILED, FAILS, FAILED, NO, NOT_LISTED, YES, LISTED)));
        }
    }

    @Test
    void aListThatIsLateIsHeard() throws Exception {
        try (var server = FakeDns.start("""
                $LATE 7.2.0.192.yes.example.
                7.2.0.192.yes.example. A 127.0.0.2
                """)) {
            assertThat(DnsLookup.at(List.of(server.address()), SETTINGS)
                            .lists(CLIENT, List.of(YES))
                            .toCompletableFuture()
                            .get(5, TimeUnit.SECONDS))
                    .isEqualTo(new DnsLists(Map.of(YES, LISTED)));
        }
    }

    @Test
    void thatAClientIsNotOnAListIsRememberedAsLongAsTheSettingAndTheListAllow() throws Exception {
        String list = "no.example. SOA . . 1 1 1 1 60";
        assertThat(questionsOfTwoLookUps(list, Duration.ofMinutes(30))).hasSize(1);
        assertThat(questionsOfTwoLookUps(list, Duration.ofMillis(1))).hasSize(2);
        assertThat(questionsOfTwoLookUps("", Duration.ofMinutes(30))).hasSize(2);
    }

    @Test
    void onlyListsThatCouldStillDecideAreAsked() throws Exception {
        var engine = Engine.of(
                SETTINGS,
                HatReader.read("""
                        FIRST:
                            dnslist[no.example]
                            REJECT
                        HERE:
                            127.0.0.1
                            ACCEPT
                        SECOND:
                            dnslist[yes.example]
                            REJECT
                        ALL
                            ACCEPT
                        """, "hat").value(),
                RatReader.read("ALL ACCEPT\n", "rat").value());
        try (var server = FakeDns.start("1.0.0.127.yes.example. A 127.0.0.2");
                var gate = SmtpListener.start(
                        ListenerOptions.of(engine).withLookup(DnsLookup.at(List.of(server.address()), SETTINGS)));
                var client = RawClient.connect(gate.smtpAddress())) {
            assertThat(client.hear()).isEqualTo(new Line("220 mail.example ESMTP"));
            assertThat(server.questions()).containsExactly("1.0.0.127.in-addr.arpa. PTR", "1.0.0.127.no.example. A");
        }
    }

    private static List<String> questionsOfTwoLookUps(String zone, Duration negative) throws Exception {
        try (var server = FakeDns.start(zone)) {
            var dns = DnsLookup.at(
                    List.of(server.address()), SETTINGS.with(ListenerParameters.DNSLIST_NEGATIVE_TTL, negative));
            for (int times = 0; times < 2; times++) {
                assertThat(dns.lists(CLIENT, List.of(NO)).toCompletableFuture().get(5, TimeUnit.SECONDS))
                        .isEqualTo(new DnsLists(Map.of(NO, NOT_LISTED)));
            }
            return server.questions();
        }
    }
}
