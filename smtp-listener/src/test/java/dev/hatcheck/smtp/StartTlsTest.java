package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatcheck.engine.maillog.MailEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTlsTest {
    private static final String GO_AHEAD = "220 Go ahead with TLS";

    private final BlockingQueue<MailEvent> events = new LinkedBlockingQueue<>();

    private SmtpListener gate() throws IOException {
        return SmtpListener.start(Gates.options().withEvents(events::add));
    }

    private static Client atHandshake(SmtpListener gate) throws IOException {
        Client client = Client.greeted(gate.smtpAddress());
        client.say("EHLO client.example");
        assertThat(client.say("STARTTLS")).containsExactly(GO_AHEAD);
        return client;
    }

    private <T extends MailEvent> T next(Class<T> kind) throws InterruptedException {
        MailEvent event = events.poll(5, TimeUnit.SECONDS);
        while (event != null && !kind.isInstance(event)) {
            event = events.poll(5, TimeUnit.SECONDS);
        }
        assertThat(event).as(kind.getSimpleName()).isNotNull();
        return kind.cast(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void carriesASessionInTls(String protocol) throws Exception {
        try (var gate = gate();
                var client = atHandshake(gate)) {
            client.handshake(protocol);
            assertThat(client.say("EHLO client.example")).doesNotContain("250 STARTTLS", "250-STARTTLS");
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<b@gate.example>");
            client.say("DATA");
            client.send("\r\n" + ("x".repeat(70) + "\r\n").repeat(10_000));
            assertThat(client.say(".")).containsExactly("250 ok:  Message 1 accepted");
            assertThat(client.say("QUIT")).containsExactly("221 mail.example");
            assertThat(client.rest()).isEmpty();
            MailEvent.TlsSucceeded secured = next(MailEvent.TlsSucceeded.class);
            assertThat(secured.protocol()).isEqualTo(protocol);
            assertThat(secured.cipher())
                    .isEqualTo(protocol.equals("TLSv1.3") ? "TLS_AES_256_GCM_SHA384" : "ECDHE-ECDSA-AES256-GCM-SHA384");
        }
    }

    @Test
    void answersManyCommandsThatComeInOnePieceOverTls() throws IOException {
        try (var gate = gate();
                var client = atHandshake(gate)) {
            client.handshake();
            client.send("NOOP\r\n".repeat(20_000) + "QUIT\r\n");
            assertThat(client.rest()).isEqualTo("250 ok\r\n".repeat(20_000) + "221 mail.example\r\n");
        }
    }

    @Test
    void forgetsWhatWasSaidInClearBehindTheCommand() throws IOException {
        try (var gate = gate();
                var client = Client.greeted(gate.smtpAddress())) {
            client.say("EHLO client.example");
            client.send("STARTTLS\r\nMAIL FROM:<evil@client.example>\r\n" + "NOOP\r\n".repeat(3_000));
            client.expect(GO_AHEAD);
            client.handshake();
            client.say("EHLO client.example");
            assertThat(client.say("RCPT TO:<b@gate.example>")).containsExactly("503 #5.5.1 MAIL first");
        }
    }

    @Test
    void endsWithAClientThatSpeaksOnInClear() throws Exception {
        try (var gate = gate();
                var client = atHandshake(gate)) {
            client.send("EHLO client.example\r\nMAIL FROM:<a@client.example>\r\n");
            assertThat(client.rest()).doesNotContain("250");
            next(MailEvent.TlsFailed.class);
            next(MailEvent.Closed.class);
        }
    }

    @Test
    void endsWithAClientThatVanishesInTheHandshake() throws Exception {
        try (var gate = gate()) {
            atHandshake(gate).vanish();
            next(MailEvent.TlsFailed.class);
            next(MailEvent.Closed.class);
            atHandshake(gate).close();
            next(MailEvent.TlsFailed.class);
            next(MailEvent.Closed.class);
        }
    }

    @Test
    void tellsAClientByAnAlertThatTheyHaveNothingInCommon() throws Exception {
        try (var gate = gate();
                var client = atHandshake(gate)) {
            assertThatThrownBy(() -> client.handshakeWithSuite("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"))
                    .isInstanceOf(SSLHandshakeException.class)
                    .hasMessageContaining("handshake_failure");
            next(MailEvent.TlsFailed.class);
        }
    }

    @Test
    void waitsFifteenSecondsForAHandshake() throws Exception {
        var time = new HeldTime();
        try (var gate = SmtpListener.start(
                        Gates.options().withEvents(events::add).withTicker(time));
                var client = atHandshake(gate);
                var other = Client.greeted(gate.smtpAddress())) {
            time.move(Duration.ofMillis(14_999));
            assertThat(other.say("NOOP")).containsExactly("250 ok");
            assertThat(events).noneMatch(MailEvent.TlsFailed.class::isInstance);
            time.move(Duration.ofMillis(1));
            next(MailEvent.TlsFailed.class);
            assertThat(client.rest()).doesNotContain("421");
        }
    }

    @Test
    void asksForTheCertificateOnceAndServesOthersMeanwhile() throws Exception {
        var asked = new AtomicInteger();
        var mayAnswer = new CountDownLatch(1);
        var options = Gates.options().withTls(() -> {
            asked.incrementAndGet();
            await(mayAnswer);
            return TestTls.context();
        });
        try (var gate = SmtpListener.start(options);
                var first = atHandshake(gate);
                var second = atHandshake(gate);
                var other = Client.greeted(gate.smtpAddress())) {
            assertThat(other.say("NOOP")).containsExactly("250 ok");
            mayAnswer.countDown();
            first.handshake();
            second.handshake();
            assertThat(first.say("NOOP")).containsExactly("250 ok");
            assertThat(second.say("NOOP")).containsExactly("250 ok");
            assertThat(asked).hasValue(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void endsWithEachClientWhileThereIsNoCertificate() throws Exception {
        var asked = new AtomicInteger();
        var options = Gates.options().withEvents(events::add).withTls(() -> {
            if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("as ordered by the test");
            }
            return TestTls.context();
        });
        try (var gate = SmtpListener.start(options);
                var first = atHandshake(gate)) {
            assertThat(first.rest()).isEmpty();
            next(MailEvent.TlsFailed.class);
            try (var second = atHandshake(gate)) {
                second.handshake();
                assertThat(second.say("NOOP")).containsExactly("250 ok");
            }
        }
    }

    @Test
    void manyHandshakesAtOnceAllSucceed() throws Exception {
        try (var gate = gate()) {
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                clients.add(atHandshake(gate));
            }
            for (Client client : clients) {
                client.handshake();
                assertThat(client.say("NOOP")).containsExactly("250 ok");
            }
            for (Client client : clients) {
                client.close();
            }
        }
    }

    @Test
    void saysGoodbyeInTlsToWhoIsSecured() throws IOException {
        var gate = gate();
        try (var client = atHandshake(gate);
                var inHandshake = atHandshake(gate)) {
            client.handshake();
            assertThat(client.say("NOOP")).containsExactly("250 ok");
            gate.close();
            assertThat(client.rest()).startsWith("421 mail.example");
            assertThat(inHandshake.rest()).doesNotContain("421");
        }
    }
}
