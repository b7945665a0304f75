package dev.hatcheck.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.adapters.subetha.HatcheckSessions;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.fixtures.SmtpClient;
import dev.hatcheck.fixtures.tls.ServerTls;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.smtp.ListenerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A SubEthaSMTP server that is given a table keeps the listener that it had. */
class SubEthaListenerTest {
    /** It tells of the failure that is wanted here; held, or it would be forgotten and talk again. */
    private static final Logger DIAGNOSTICS = Logger.getLogger("dev.hatcheck.smtp.wire");

    static {
        DIAGNOSTICS.setLevel(Level.OFF);
    }

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private SMTPServer server;
    private SmtpClient client;

    private final class Desk implements SimpleMessageListener {
        @Override
        public boolean accept(String from, String recipient) {
            return !recipient.startsWith("nobody@");
        }

        @Override
        public void deliver(String from, String recipient, InputStream message) throws IOException {
            if (recipient.startsWith("full@")) {
                throw new IOException("no room left");
            }
            var text = new String(message.readAllBytes(), StandardCharsets.US_ASCII);
            delivered.add("%s to %s: %s".formatted(from, recipient, text.strip()));
        }
    }

    @BeforeEach
    void greet() throws IOException {
        var options = ListenerOptions.of(Engine.of(
                ListenerSettings.of(ListenerType.PUBLIC),
                HatReader.read("ALL\n    ACCEPT\n", "hat").value(),
                RatReader.read("ALL ACCEPT\n", "rat").value()));
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .sessionHandler(HatcheckSessions.deliveringTo(new Desk(), options))
                .build();
        server.start();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPortAllocated());
        client = SmtpClient.connect(address, ServerTls.house().clientContext());
        client.say("HELO client.example");
    }

    @AfterEach
    void part() throws IOException {
        client.close();
        server.stop();
    }

    @Test
    void aMessageIsDeliveredToEachOfItsRecipients() throws IOException {
        assertThat(send("<a@a.example>", "b@b.example", "c@c.example")).startsWith("250 ");
        assertThat(delivered).containsExactly("a@a.example to b@b.example: hello", "a@a.example to c@c.example: hello");
    }

    @Test
    void aBounceHasAnEmptySender() throws IOException {
        assertThat(send("<>", "b@b.example")).startsWith("250 ");
        assertThat(delivered).containsExactly(" to b@b.example: hello");
    }

    @Test
    void aRecipientThatTheListenerDoesNotAcceptGetsNothing() throws IOException {
        assertThat(send("<a@a.example>", "nobody@b.example", "b@b.example")).startsWith("250 ");
        assertThat(delivered).containsExactly("a@a.example to b@b.example: hello");
    }

    @Test
    void aListenerThatFailsIsToBeTriedAgain() throws IOException {
        assertThat(send("<a@a.example>", "full@b.example")).startsWith("451 ");
        assertThat(delivered).isEmpty();

        assertThat(send("<a@a.example>", "b@b.example")).startsWith("250 ");
    }

    /** Answers what became of the message. */
    private String send(String sender, String... recipients) throws IOException {
        client.say("MAIL FROM:" + sender);
        for (String recipient : recipients) {
            client.say("RCPT TO:<" + recipient + ">");
        }
        return client.send("hello\n");
    }
}
