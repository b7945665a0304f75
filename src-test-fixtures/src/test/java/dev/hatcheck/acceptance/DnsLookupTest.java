package dev.hatcheck.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.ReverseDns.Mismatch;
import dev.hatcheck.engine.ReverseDns.NoRecord;
import dev.hatcheck.engine.ReverseDns.TemporaryFailure;
import dev.hatcheck.engine.ReverseDns.Verified;
import dev.hatcheck.fixtures.FakeDns;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.lookup.DnsLookup;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of clients, from a name server on this machine. */
class DnsLookupTest {
    private static final IpAddress CLIENT = IpAddress.read("192.0.2.7").orElseThrow();
    private static final HostName MX = new HostName("mx.example.org");
    private static final String VERIFIED = """
            7.2.0.192.in-addr.arpa. PTR mx.example.org.
            mx.example.org. A 192.0.2.7
            """;

    /** More than any answer on this machine takes. */
    private static final Duration PLENTY = Duration.ofSeconds(30);

    /** For servers that do not answer anyway. */
    private static final Duration LITTLE = Duration.ofMillis(90);

    @Test
    void aNameThatLeadsBackIsVerified() throws Exception {
        assertThat(reverse(PLENTY, VERIFIED)).isEqualTo(new Verified(MX));
    }

    @Test
    void aServerThatFailsIsATemporaryFailure() throws Exception {
        assertThat(reverse(PLENTY, "$SERVFAIL 7.2.0.192.in-addr.arpa."))
                .isEqualTo(new TemporaryFailure(Optional.empty()));
    }

    @Test
    void aServerThatIsSilentIsATemporaryFailureWhenTimeIsUp() throws Exception {
        assertThat(reverse(LITTLE, "$TIMEOUT 7.2.0.192.in-addr.arpa."))
                .isEqualTo(new TemporaryFailure(Optional.empty()));
    }

    @Test
    void aServerThatIsSilentIsAskedThreeTimes() throws Exception {
        try (var server = FakeDns.start("$TIMEOUT 7.2.0.192.in-addr.arpa.")) {
            reverse(DnsLookup.at(List.of(server.address()), settings(Duration.ofMillis(1_500))));
            assertThat(server.questions()).hasSize(3).containsOnly("7.2.0.192.in-addr.arpa. PTR");
        }
    }

    @Test
    void anAnswerToTheFirstQuestionCountsAlsoWhenTheSecondWasSent() throws Exception {
        assertThat(reverse(Duration.ofMillis(1_500), VERIFIED + "$LATE 7.2.0.192.in-addr.arpa."))
                .isEqualTo(new Verified(MX));
    }

    @Test
    void aServerThatIsLateIsHeardWhileTheNextOneIsAsked() throws Exception {
        String late = VERIFIED + "$LATE 7.2.0.192.in-addr.arpa.";
        try (var first = FakeDns.start(late);
                var silent = FakeDns.start("$TIMEOUT 7.2.0.192.in-addr.arpa.")) {
            var dns = DnsLookup.at(List.of(first.address(), silent.address()), settings(Duration.ofSeconds(3)));
            assertThat(reverse(dns)).isEqualTo(new Verified(MX));
            assertThat(first.questions()).startsWith("7.2.0.192.in-addr.arpa. PTR", "7.2.0.192.in-addr.arpa. PTR");
        }
    }

    @Test
    void aNameWhoseOwnLookUpHangsIsKnownAllTheSame() throws Exception {
        assertThat(reverse(Duration.ofMillis(1_500), """
                7.2.0.192.in-addr.arpa. PTR mx.example.org.
                $TIMEOUT mx.example.org.
                """)).isEqualTo(new TemporaryFailure(Optional.of(MX)));
    }

    @Test
    void aNameThatHangsDoesNotHideOneThatLeadsBack() throws Exception {
        assertThat(reverse(Duration.ofMillis(1_500), """
                7.2.0.192.in-addr.arpa. PTR hangs.example.org.
                $TIMEOUT hangs.example.org.
                """ + VERIFIED)).isEqualTo(new Verified(MX));
    }

    @Test
    void aServerThatIsNotThereIsATemporaryFailureAtOnce() throws Exception {
        InetSocketAddress nobody;
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            nobody = (InetSocketAddress) socket.getLocalSocketAddress();
        }
        assertThat(reverse(DnsLookup.at(List.of(nobody), settings(PLENTY))))
                .isEqualTo(new TemporaryFailure(Optional.empty()));
    }

    @Test
    void aSecondServerAnswersForOneThatIsSilent() throws Exception {
        try (var silent = FakeDns.start(VERIFIED + "$TIMEOUT 7.2.0.192.in-addr.arpa.");
                var server = FakeDns.start(VERIFIED)) {
            var dns = DnsLookup.at(List.of(silent.address(), server.address()), settings(Duration.ofSeconds(3)));
            assertThat(reverse(dns)).isEqualTo(new Verified(MX));
        }
    }

    @Test
    void aSecondServerAnswersForOneThatFailsOrRefuses() throws Exception {
        for (String fault : List.of("$SERVFAIL", "$REFUSED")) {
            try (var failing = FakeDns.start(VERIFIED + fault + " 7.2.0.192.in-addr.arpa.");
                    var server = FakeDns.start(VERIFIED)) {
                var dns = DnsLookup.at(List.of(failing.address(), server.address()), settings(PLENTY));
                assertThat(reverse(dns)).as(fault).isEqualTo(new Verified(MX));
                assertThat(failing.questions()).as(fault).startsWith("7.2.0.192.in-addr.arpa. PTR");
            }
        }
    }

    @Test
    void thatThereIsNoNameIsAnAnswerAndNoOtherServerIsAsked() throws Exception {
        try (var server = FakeDns.start("");
                var second = FakeDns.start(VERIFIED)) {
            var dns = DnsLookup.at(List.of(server.address(), second.address()), settings(PLENTY));
            assertThat(reverse(dns)).isEqualTo(new NoRecord());
            assertThat(second.questions()).isEmpty();
        }
    }

    @Test
    void threeServersThatFailAreAskedOnceEachAndAFourthIsNot() throws Exception {
        String failing = "$SERVFAIL 7.2.0.192.in-addr.arpa.";
        try (var first = FakeDns.start(failing);
                var second = FakeDns.start(failing);
                var third = FakeDns.start(failing);
                var fourth = FakeDns.start(VERIFIED)) {
            var all = Stream.of(first, second, third, fourth);
            assertThat(reverse(DnsLookup.at(all.map(FakeDns::address).toList(), settings(PLENTY))))
                    .isEqualTo(new TemporaryFailure(Optional.empty()));
            assertThat(Stream.of(first, second, third))
                    .allSatisfy(server -> assertThat(server.questions()).hasSize(1));
            assertThat(fourth.questions()).isEmpty();
        }
    }

    @Test
    void aSilentServerIsAskedAgainWhereTheOtherFails() throws Exception {
        try (var silent = FakeDns.start("$TIMEOUT 7.2.0.192.in-addr.arpa.");
                var failing = FakeDns.start("$SERVFAIL 7.2.0.192.in-addr.arpa.")) {
            var dns = DnsLookup.at(List.of(silent.address(), failing.address()), settings(Duration.ofMillis(1_500)));
            assertThat(reverse(dns)).isEqualTo(new TemporaryFailure(Optional.empty()));
            assertThat(silent.questions()).hasSize(2);
            assertThat(failing.questions()).hasSize(1);
        }
    }

    @Test
    void answersToOtherQuestionsAreNotBelieved() throws Exception {
        assertThat(reverse(PLENTY, "$FORGED 7.2.0.192.in-addr.arpa."))
                .isEqualTo(new TemporaryFailure(Optional.empty()));
    }

    @Test
    void twoHundredAndOneNamesComeOverTcpAndTenAreLookedAt() throws Exception {
        try (var server = FakeDns.start(IntStream.rangeClosed(1, 201)
                .mapToObj("7.2.0.192.in-addr.arpa. PTR h%d.example.org.\n"::formatted)
                .collect(Collectors.joining()))) {
            assertThat(reverse(DnsLookup.at(List.of(server.address()), settings(PLENTY))))
                    .isEqualTo(new Mismatch(new HostName("h1.example.org")));
            assertThat(server.questions())
                    .startsWith("7.2.0.192.in-addr.arpa. PTR", "7.2.0.192.in-addr.arpa. PTR over TCP")
                    .hasSize(12)
                    .contains("h10.example.org. A");
        }
    }

    @Test
    void whatWasFoundIsRememberedForAWhile() throws Exception {
        assertThat(questionsOfTwoLookUps(VERIFIED)).hasSize(2);
    }

    @Test
    void whatTheServerWantsForgottenIsForgotten() throws Exception {
        assertThat(questionsOfTwoLookUps("7.2.0.192.in-addr.arpa. 0 PTR mx.example.org.\nmx.example.org. A 192.0.2.9"))
                .containsExactly("7.2.0.192.in-addr.arpa. PTR", "mx.example.org. A", "7.2.0.192.in-addr.arpa. PTR");
    }

    @Test
    void thatThereIsNothingIsRememberedIfTheZoneSaysForHowLong() throws Exception {
        assertThat(questionsOfTwoLookUps("2.0.192.in-addr.arpa. SOA . . 1 1 1 1 60"))
                .hasSize(1);
        assertThat(questionsOfTwoLookUps("mx.example.org. A 192.0.2.7")).hasSize(2);
    }

    @Test
    void aFailureIsNotRemembered() throws Exception {
        assertThat(questionsOfTwoLookUps("$SERVFAIL 7.2.0.192.in-addr.arpa.")).hasSize(2);
    }

    @Test
    void anAnswerOfManyRecordsIsNotRemembered() throws Exception {
        String zone = IntStream.rangeClosed(1, 51)
                .mapToObj("7.2.0.192.in-addr.arpa. PTR a%d._.\n"::formatted)
                .collect(Collectors.joining());
        assertThat(questionsOfTwoLookUps(zone + "_. SOA . . 1 1 1 1 60"))
                .filteredOn(question -> question.startsWith("7.2.0.192.in-addr.arpa. PTR"))
                .hasSize(2);
    }

    @Test
    void whoAsksDoesNotWait() throws Exception {
        try (var server = FakeDns.start("$TIMEOUT 7.2.0.192.in-addr.arpa.")) {
            assertThat(DnsLookup.at(List.of(server.address()), settings(PLENTY))
                            .lookup(CLIENT)
                            .toCompletableFuture())
                    .isNotDone();
        }
    }

    private static List<String> questionsOfTwoLookUps(String zone) throws Exception {
        try (var server = FakeDns.start(zone)) {
            var dns = DnsLookup.at(List.of(server.address()), settings(PLENTY));
            assertThat(reverse(dns)).isEqualTo(reverse(dns));
            return server.questions();
        }
    }

    private static ReverseDns reverse(Duration time, String zone) throws Exception {
        try (var server = FakeDns.start(zone)) {
            return reverse(DnsLookup.at(List.of(server.address()), settings(time)));
        }
    }

    private static ReverseDns reverse(DnsLookup dns) throws Exception {
        return dns.lookup(CLIENT).toCompletableFuture().get(5, TimeUnit.SECONDS).reverseDns();
    }

    private static ListenerSettings settings(Duration timeForNames) {
        return ListenerSettings.of(ListenerType.PUBLIC).with(ListenerParameters.DNS_PTR_TIMEOUT, timeForNames);
    }
}
