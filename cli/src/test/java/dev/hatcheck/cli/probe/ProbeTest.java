package dev.hatcheck.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.cli.input.Target;
import dev.hatcheck.fixtures.FakeDns;
import dev.hatcheck.smtp.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a check comes to a server, and what it makes of one that does not keep to the rules. */
@Timeout(60)
class ProbeTest {
    private static final Anchors NOBODY = new Anchors(List.of(), List.of(), true);
    private static final String EHLO = "250-mail.example\r\n250 STARTTLS";

    private static Probe.Question question(String target, Duration time) {
        return new Probe.Question(Target.read(target).orElseThrow(), Optional.empty(), NOBODY, Instant.EPOCH, time);
    }

    private static Examination examine(ScriptedServer server, Duration time) {
        Directory none = Directory.of(new InetSocketAddress("127.0.0.1", 1), Duration.ofMillis(3));
        return Probe.examine(question("127.0.0.1:" + server.port(), time), none);
    }

    private static Examination examine(ScriptedServer server) {
        return examine(server, Duration.ofSeconds(20));
    }

    private static Step last(Examination examination) {
        return examination.steps().getLast();
    }

    // ---- who is asked

    private static final String ZONE = """
            two.example.      MX 20 b.example.
            two.example.      MX 10 a.example.
            a.example.        A 127.0.0.1
            b.example.        A 127.0.0.2
            alone.example.    A 127.0.0.3
            null.example.     MX 0 .
            strange.example.  MX 10 a_\\032b.example.
            nowhere.example.  MX 10 gone.example.
            text.example.     TXT "no address"
            $SERVFAIL broken.example.
            """;

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "two.example     | NO_STARTTLS | a.example, then b.example",
                "alone.example   | NO_STARTTLS | no MX record, so alone.example itself, which has an address",
                "127.0.0.1       | NO_STARTTLS | not looked up, as an address is given",
                "a.example:25    | NO_STARTTLS | not looked up, as a port is given",
                "null.example    | NO_MX | null.example says by a null MX that it takes no mail",
                "strange.example | NO_MX | the MX records of strange.example name no host: a_\\032b.example.",
                "text.example    | NO_MX | text.example has neither an MX record nor an address",
                "none.example    | NO_MX | none.example has neither an MX record nor an address",
                "broken.example  | NO_MX | no name server could say who takes the mail for broken.example",
                "nowhere.example | NO_MX | gone.example",
                "gone.example:25 | NO_MX | not looked up, as a port is given"
            })
    void dnsSaysWhoTakesTheMail(String target, Verdict verdict, String detail) throws IOException {
        try (var dns = FakeDns.start(ZONE);
                var server = ScriptedServer.saying("220 mail.example", "250 mail.example")) {
            Examination examination = examine(target, dns, (address, atMost) -> to(server, atMost));
            assertThat(examination.verdict()).isEqualTo(verdict);
            assertThat(examination.steps().getFirst().detail()).isEqualTo(detail);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "null.example    | if it shall take mail, replace the null MX (0 .)",
                "strange.example | let the MX records name hosts",
                "none.example    | publish an MX record",
                "broken.example  | see to it that the name servers of the domain answer",
                "gone.example:25 | give the host an address in DNS",
            })
    void howToMendItGoesByWhatDnsSaid(String target, String mend) throws IOException {
        try (var dns = FakeDns.start(ZONE)) {
            assertThat(last(examine(target, dns, Dialer.tcp())).mend()).startsWith(mend);
        }
    }

    @Test
    void ofManyHostsTenAreLookedAt() throws IOException {
        String zone = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> "many.example. MX " + i + " mx" + i + ".example.\n")
                .collect(Collectors.joining());
        try (var dns = FakeDns.start(zone)) {
            assertThat(examine("many.example", dns, Dialer.tcp())
                            .steps()
                            .getFirst()
                            .detail())
                    .startsWith("mx1.example, then mx2.example, then")
                    .endsWith("then mx10.example");
        }
    }

    @Test
    void whoDoesNotAnswerGivesWayToTheNext() throws IOException {
        try (var dns = FakeDns.start(ZONE);
                var server = ScriptedServer.saying("220 mail.example", "250 mail.example")) {
            Examination examination = examine("two.example", dns, (address, atMost) -> {
                if (address.getHostString().equals("127.0.0.1")) {
                    throw new IOException("as ordered by the test");
                }
                return to(server, atMost);
            });
            assertThat(examination.steps().get(1).detail())
                    .isEqualTo("b.example at 127.0.0.2 port 25 greets with 220 mail.example");
        }
    }

    @Test
    void whereNobodyAnswersEachIsNamed() throws IOException {
        try (var dns = FakeDns.start(ZONE)) {
            Examination examination = examine("two.example", dns, (address, atMost) -> {
                throw new IOException("as ordered by the test");
            });
            assertThat(last(examination))
                    .isEqualTo(new Step(
                            Stage.CONNECT,
                            Verdict.REFUSED,
                            "127.0.0.1 port 25: as ordered by the test; 127.0.0.2 port 25: as ordered by the test"));
        }
    }

    private static Socket to(ScriptedServer server, Duration atMost) throws IOException {
        return Dialer.tcp().connect(new InetSocketAddress("127.0.0.1", server.port()), atMost);
    }

    private static Examination examine(String target, FakeDns dns, Dialer dialer) {
        var directory = Directory.of(dns.address(), Duration.ofSeconds(6));
        return new Probe(question(target, Duration.ofSeconds(20)), directory, dialer, Ticker.system()).examine();
    }

    // ---- servers that do not want to

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "554 no service         | REFUSED | connect | the answer is 554 no service",
                "421 later              | REFUSED | connect | the answer is 421 later",
                "SSH-2.0-OpenSSH        | REFUSED | connect | not a reply of SMTP: SSH-2.0-OpenSSH",
            })
    void whoGreetsOtherwiseRefuses(String greeting, Verdict verdict, String stage, String detail) throws IOException {
        try (var server = ScriptedServer.saying(greeting)) {
            Examination examination = examine(server);
            assertThat(examination.verdict()).isEqualTo(verdict);
            assertThat(last(examination).stage()).hasToString(stage);
            assertThat(last(examination).detail()).isEqualTo(detail);
        }
    }

    @Test
    void whoDoesNotTakeEhloRefuses() throws IOException {
        try (var server = ScriptedServer.saying("220 mail.example", "502 what?")) {
            assertThat(last(examine(server)))
                    .isEqualTo(new Step(
                            Stage.EHLO,
                            Verdict.REFUSED,
                            "the answer is 502 what?",
                            "let the server answer EHLO with 250"));
        }
    }

    @Test
    void whoOffersAndRefusesHasNoStarttls() throws IOException {
        try (var server = ScriptedServer.saying("220 mail.example", EHLO, "454 not now")) {
            assertThat(last(examine(server))).satisfies(step -> {
                assertThat(step.verdict()).isEqualTo(Verdict.NO_STARTTLS);
                assertThat(step.detail()).isEqualTo("the answer is 454 not now");
                assertThat(step.mend()).startsWith("let the server keep to its offer of STARTTLS");
            });
        }
    }

    @Test
    void whoIsNotThereIsRefused() throws IOException {
        int port;
        try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        Directory none = Directory.of(new InetSocketAddress("127.0.0.1", 1), Duration.ofMillis(3));
        assertThat(last(Probe.examine(question("127.0.0.1:" + port, Duration.ofSeconds(20)), none)))
                .isEqualTo(new Step(Stage.CONNECT, Verdict.REFUSED, "127.0.0.1 port " + port + ": Connection refused"));
    }

    // ---- servers that mean ill

    @Test
    void garbageInTheHandshakeIsItsEnd() throws IOException {
        try (var server = ScriptedServer.saying("220 mail.example", EHLO, "220 go", "this is no TLS at all")) {
            Examination examination = examine(server);
            assertThat(examination.verdict()).isEqualTo(Verdict.HANDSHAKE);
            assertThat(examination.shown()).isEmpty();
        }
    }

    @Test
    void aGreetingWithoutEndIsCutShort() throws IOException {
        try (var server = new ScriptedServer((in, out) -> {
            while (true) {
                ScriptedServer.say(out, "220" + "x".repeat(1_000));
            }
        })) {
            assertThat(last(examine(server)).detail()).startsWith("a line of more than 2048 bytes");
        }
    }

    @Test
    void anAnswerWithoutEndIsCutShort() throws IOException {
        try (var server = new ScriptedServer((in, out) -> {
            ScriptedServer.say(out, "220 mail.example\r\n");
            while (true) {
                ScriptedServer.say(out, "250-more\r\n".repeat(100));
            }
        })) {
            assertThat(last(examine(server)).detail()).isEqualTo("a reply of more than 100 lines");
        }
    }

    @Test
    void whatComesInClearBehindTheGoAheadIsThrownAwayAndTold() throws IOException {
        try (var server = ScriptedServer.saying("220 mail.example", EHLO, "220 go\r\n250-injected\r\n250 STARTTLS")) {
            assertThat(examine(server, Duration.ofSeconds(2)).steps())
                    .filteredOn(step -> step.stage() == Stage.STARTTLS)
                    .singleElement()
                    .satisfies(step -> {
                        assertThat(step.isOk()).isTrue();
                        assertThat(step.detail()).startsWith("220 go; 28 bytes behind it, in clear, were thrown away");
                    });
        }
    }

    @Test
    void silenceIsGivenUpInTime() throws IOException {
        try (var server = new ScriptedServer((in, out) -> {})) {
            assertThat(last(examine(server, Duration.ofMillis(300))))
                    .isEqualTo(new Step(Stage.CONNECT, Verdict.REFUSED, "no answer in time"));
        }
    }

    @Test
    void aHandshakeThatNeverEndsIsGivenUp() throws IOException {
        try (var server = new ScriptedServer((in, out) -> {
            ScriptedServer.say(out, "220 mail.example\r\n");
            in.readLine();
            ScriptedServer.say(out, EHLO + "\r\n");
            in.readLine();
            ScriptedServer.say(out, "220 go\r\n");
            in.read();
            ScriptedServer.say(
                    out, "\u0016\u0003\u0003\u0040\u0000"); // a record of 16384 bytes, which never comes whole
            for (int b = in.read(); b >= 0; b = in.read()) {}
        })) {
            assertThat(last(examine(server, Duration.ofSeconds(2))))
                    .isEqualTo(new Step(
                            Stage.HANDSHAKE,
                            Verdict.HANDSHAKE,
                            "no answer in time",
                            "find out why the server does not go on, or grant it more (--timeout)"));
        }
    }
}
