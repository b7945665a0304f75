package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.address.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What transcripts cannot show of the port: slow look-ups, commits and floods. */
class XclientPortTest {
    private static final Engine REJECTING = Gates.engine("ALL\n    REJECT\n");
    private static final String GREETING = "220 mail.example ESMTP";

    @Test
    void whatIsSaidWhileTheClientIsLookedUpWaits() throws IOException {
        var asked = new CompletableFuture<Void>();
        var answer = new CompletableFuture<Peer>();
        HostLookup slow = address -> {
            asked.complete(null);
            return answer.thenApply(found -> Peer.of(address));
        };
        try (var gate = SmtpListener.start(Gates.withXclientPort(Gates.open()).withLookup(slow));
                var peer = Client.greeted(gate.xclientAddress())) {
            peer.send("NOOP\r\nVRFY x\r\nNO");
            peer.expect("250 ok");
            asked.join();
            peer.send("OP\r\nXCLIENT ADDR=192.0.2.7\r\nNOOP\r\n");
            answer.complete(Peer.of(IpAddress.ofV4(0)));
            assertThat(peer.reply()).singleElement().asString().startsWith("252 ");
            peer.expect("250 ok");
            peer.expect(GREETING);
            peer.expect("250 ok");
        }
    }

    @Test
    void aNameThatWasSaidOutlivesALookupThatFails() throws IOException {
        Engine engine = Gates.engine("PARTNERS:\n    mx.example\n    ACCEPT\nALL\n    REJECT\n");
        HostLookup failing = address -> CompletableFuture.<Peer>failedFuture(new IOException("no server"));
        try (var gate = SmtpListener.start(Gates.withXclientPort(engine).withLookup(failing));
                var peer = Client.greeted(gate.xclientAddress())) {
            assertThat(peer.say("XCLIENT NAME=mx.example ADDR=192.0.2.7")).containsExactly(GREETING);
        }
    }

    @Test
    void everyClientHasTheTableThatIsInForceWhenItComes() throws IOException {
        try (var gate = SmtpListener.start(Gates.withXclientPort(REJECTING));
                var peer = Client.greeted(gate.xclientAddress())) {
            gate.commit(Gates.open());
            assertThat(peer.say("XCLIENT ADDR=192.0.2.7")).containsExactly(GREETING);
            gate.commit(REJECTING);
            assertThat(peer.say("NOOP")).containsExactly("250 ok");
            assertThat(peer.say("XCLIENT ADDR=192.0.2.8")).first().asString().startsWith("554-");
        }
    }

    @Test
    void aPeerThatDoesNotReadIsNotListenedTo() throws IOException {
        int commands = 40_000;
        try (var gate = SmtpListener.start(Gates.withXclientPort(Gates.open()));
                var peer = Client.connectNarrow(gate.xclientAddress())) {
            peer.expect(GREETING);
            CompletionStage<Void> sent = CompletableFuture.runAsync(() -> flood(peer, "EHLO x\r\n".repeat(commands)));
            for (int i = 0; i < commands; i++) {
                assertThat(peer.reply()).hasSize(3);
            }
            sent.toCompletableFuture().join();
            assertThat(peer.say("XCLIENT ADDR=192.0.2.7")).containsExactly(GREETING);
        }
    }

    private static void flood(Client peer, String bytes) {
        try {
            peer.send(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
