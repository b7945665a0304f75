package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.address.IpRange;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxyPortTest {
    private static final String HAT = """
            PARTNERS:
                192.0.2.1
                2001:db8::1
                $OPEN
            $OPEN
                ACCEPT { tls = "on" }
            ALL
                REJECT
            """;

    private static final Engine PARTNERS_ONLY = Gates.engine(HAT);
    private static final String GREETING = "220 mail.example ESMTP";

    private static SmtpListener gate() throws IOException {
        return SmtpListener.start(Gates.withProxyPort(PARTNERS_ONLY));
    }

    @Test
    void takesTheClientThatTheHeaderNames() throws IOException {
        try (var gate = gate()) {
            for (String header : List.of(
                    "PROXY TCP4 192.0.2.1 127.0.0.1 40000 25\r\n",
                    "PROXY TCP6 2001:db8::1 ::1 40000 25\r\n",
                    "PROXY TCP6 ::ffff:192.0.2.1 ::1 40000 25\r\n")) {
                try (var client = Client.connect(gate.proxyAddress())) {
                    client.send(header);
                    client.expect(GREETING);
                }
            }
            try (var client = Client.connect(gate.proxyAddress())) {
                client.send(
                        HexFormat.of().parseHex("0D0A0D0A000D0A515549540A" + "2111000C" + "C00002017F0000019C400019"));
                client.expect(GREETING);
            }
        }
    }

    @Test
    void keepsThePeerWhenTheProxySpeaksForItself() throws IOException {
        try (var gate = gate();
                var client = Client.connect(gate.proxyAddress())) {
            client.send("PROXY UNKNOWN\r\n");
            assertThat(client.reply()).first().asString().startsWith("554");
        }
    }

    @Test
    void saysNothingBeforeTheHeaderIsWholeAndForgetsNothingBehindIt() throws IOException {
        try (var gate = gate();
                var client = Client.connect(gate.proxyAddress())) {
            client.send("PROXY TCP4 192.0.2.1 127.0.0.1 ");
            client.send("40000 25\r\nNOOP\r\nNO");
            client.expect(GREETING);
            client.expect("250 ok");
            client.send("OP\r\n");
            client.expect("250 ok");
        }
    }

    @Test
    void closesWithoutAGreetingOnAHeaderThatItRefuses() throws IOException {
        try (var gate = gate()) {
            for (String header : List.of(
                    "EHLO client.example\r\n",
                    "PROXY TCP4 192.0.2.1 127.0.0.1 040000 25\r\n",
                    "PROXY TCP4 192.0.2.1 127.0.0.1 40000 25\n")) {
                try (var client = Client.connect(gate.proxyAddress())) {
                    client.send(header);
                    assertThat(client.rest()).isEmpty();
                }
            }
        }
    }

    @Test
    void waitsFiveSecondsForTheHeader() throws IOException {
        var time = new HeldTime();
        try (var gate = SmtpListener.start(Gates.withProxyPort(PARTNERS_ONLY).withTicker(time));
                var late = Client.connect(gate.proxyAddress());
                var slow = Client.connect(gate.proxyAddress());
                var quick = Client.connect(gate.proxyAddress())) {
            quick.send("PROXY TCP4 192.0.2.1 127.0.0.1 40000 25\r\n");
            quick.expect(GREETING); // so the others were let in before
            time.move(Duration.ofMillis(4_999));
            slow.send("PROXY TCP4 192.0.2.1 127.0.0.1 40000 25\r\n");
            slow.expect(GREETING);
            late.send("PROXY TCP4 ");
            time.move(Duration.ofMillis(1));
            assertThat(late.rest()).isEmpty();
        }
    }

    @Test
    void tellsAPeerThatIsNotTrustedWhyItIsSentAway() throws IOException {
        var options = ListenerOptions.of(PARTNERS_ONLY)
                .withProxy(Gates.ANY_PORT, List.of(IpRange.read("127.0.0.2").orElseThrow()));
        try (var gate = SmtpListener.start(options);
                var client = Client.connect(gate.proxyAddress())) {
            client.send("PROXY TCP4 192.0.2.1 127.0.0.1 40000 25\r\n");
            assertThat(client.reply())
                    .singleElement()
                    .asString()
                    .startsWith("554 127.0.0.1 may not speak for other hosts");
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void theOrdinaryPortKnowsNoHeaders() throws IOException {
        try (var gate = SmtpListener.start(Gates.withProxyPort(Gates.open()));
                var client = Client.greeted(gate.smtpAddress())) {
            assertThat(client.say("PROXY TCP4 192.0.2.1 127.0.0.1 40000 25"))
                    .containsExactly("500 #5.5.1 command not recognized");
        }
    }
}
