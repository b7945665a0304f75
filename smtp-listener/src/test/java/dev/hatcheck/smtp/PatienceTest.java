package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the listener waits for others: for facts, for clients that do not read, for clients that do not speak. */
class PatienceTest {
    private static final Engine PARTNER_ONLY = Gates.engine("""
            PARTNERS:
                mx.partner.example
                $OPEN
            $OPEN
                ACCEPT {}
            ALL
                REJECT
            """);

    @Test
    void greetsWhenTheLookUpIsDoneHoweverMuchTheClientSaidMeanwhile() throws Exception {
        var answer = new CompletableFuture<Peer>();
        var asked = new CountDownLatch(1);
        var options = ListenerOptions.of(PARTNER_ONLY).withLookup(address -> {
            asked.countDown();
            return answer.thenApply(same -> partner(Peer.of(address)));
        });
        try (var gate = SmtpListener.start(options);
                var client = Client.connect(gate.smtpAddress())) {
            client.send("EHLO client.example\r\n");
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            answer.complete(null);
            client.expect("220 mail.example ESMTP");
            assertThat(client.reply()).first().isEqualTo("250-mail.example");
        }
    }

    private static Peer partner(Peer peer) {
        return peer.with(
                new ReverseDns.Verified(HostName.read("mx.partner.example").orElseThrow()));
    }

    @Test
    void greetsWithinThreeSecondsWhateverDnsDoes() throws Exception {
        var time = new HeldTime();
        var asked = new CountDownLatch(1);
        var answer = new CompletableFuture<Peer>();
        var options = ListenerOptions.of(PARTNER_ONLY).withTicker(time).withLookup(address -> {
            asked.countDown();
            return answer;
        });
        try (var gate = SmtpListener.start(options);
                var client = Client.connect(gate.smtpAddress())) {
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            time.move(Duration.ofSeconds(3));
            assertThat(client.reply()).first().asString().startsWith("554");
            answer.complete(partner(Peer.of(IpAddress.ofV4(0x7f000001))));
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void takesALookUpThatFailsForOneThatFoundNothing() throws IOException {
        for (HostLookup failing : new HostLookup[] {
            address -> CompletableFuture.failedFuture(new IOException("as ordered by the test")),
            address -> {
                throw new IllegalStateException("as ordered by the test");
            }
        }) {
            try (var gate = SmtpListener.start(ListenerOptions.of(PARTNER_ONLY).withLookup(failing));
                    var client = Client.connect(gate.smtpAddress())) {
                assertThat(client.reply()).first().asString().startsWith("554");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listensNoMoreToAClientThatReadsNoReplies(boolean secured) throws Exception {
        int commands = 30_000;
        try (var gate = SmtpListener.start(Gates.options());
                var client = Client.connectNarrow(gate.smtpAddress());
                var other = Client.greeted(gate.smtpAddress())) {
            client.expect("220 mail.example ESMTP");
            if (secured) {
                client.say("EHLO client.example");
                client.say("STARTTLS");
                client.handshake();
                client.say("EHLO client.example");
            }
            var sending = CompletableFuture.runAsync(() -> sendAll(client, "HELP\r\n".repeat(commands), "QUIT\r\n"));
            assertThat(other.say("NOOP")).containsExactly("250 ok");
            for (int i = 0; i < commands; i++) {
                assertThat(client.reply()).first().asString().startsWith("214-");
            }
            client.expect("221 mail.example");
            sending.get(5, TimeUnit.SECONDS);
        }
    }

    private static void sendAll(Client client, String... pieces) {
        try {
            for (String piece : pieces) {
                client.send(piece);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void endsASessionThatBringsNoMessageInTime() throws IOException {
        var time = new HeldTime();
        try (var gate = SmtpListener.start(Gates.options().withTicker(time));
                var client = Client.greeted(gate.smtpAddress())) {
            time.move(Duration.ofMinutes(5).minusMillis(1));
            assertThat(client.say("NOOP")).containsExactly("250 ok");
            time.move(Duration.ofMillis(1));
            client.expect("421 Timed out waiting for successful message injection, disconnecting.");
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void closesOnAClientThatNeitherReadsNorLeaves() throws IOException {
        var time = new HeldTime();
        var gate = SmtpListener.start(Gates.options().withTicker(time));
        try (var client = Client.connectNarrow(gate.smtpAddress())) {
            client.send("HELP\r\n".repeat(1_000));
            gate.close();
        }
    }
}
