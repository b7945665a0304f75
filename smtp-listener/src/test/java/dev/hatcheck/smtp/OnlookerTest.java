package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatcheck.engine.maillog.MailEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlookerTest {
    private final Diary diary = new Diary();

    @Test
    void hearsOfAConnectionFromItsFirstEventToItsEnd() throws Exception {
        try (var gate = SmtpListener.start(Gates.options().withOnlooker(diary));
                var client = Client.greeted(gate.smtpAddress())) {
            client.say("EHLO client.example");
            client.say("MAIL FROM:<a@client.example>");
            client.say("RCPT TO:<b@gate.example>");
            client.say("DATA");
            client.send("Subject: x\r\n\r\n..\r\n.\r\n");
            client.reply();
            client.say("QUIT");
            Diary.Entries entries = diary.next();
            assertThat(entries.local).isEqualTo(gate.smtpAddress());
            assertThat(entries.remote).isEqualTo(client.localAddress());
            assertThat(entries.toTheEnd())
                    .containsExactly(
                            "* Connected",
                            "* Admitted",
                            "S: 220 mail.example ESMTP\\r\\n",
                            "C: EHLO client.example\\r\\n",
                            "S: 250-mail.example\\r\\n250-8BITMIME\\r\\n250-SIZE 10485760\\r\\n250 STARTTLS\\r\\n",
                            "C: MAIL FROM:<a@client.example>\\r\\n",
                            "* MessageStarted",
                            "* SenderGiven",
                            "S: 250 sender <a@client.example> ok\\r\\n",
                            "C: RCPT TO:<b@gate.example>\\r\\n",
                            "* RecipientGiven",
                            "S: 250 recipient <b@gate.example> ok\\r\\n",
                            "C: DATA\\r\\n",
                            "S: 354 go ahead\\r\\n",
                            "C: Subject: x\\r\\n",
                            "C: \\r\\n",
                            "C: ..\\r\\n",
                            "C: .\\r\\n",
                            "* SubjectRead",
                            "* Ready",
                            "S: 250 ok:  Message 1 accepted\\r\\n",
                            "C: QUIT\\r\\n",
                            "* Closed",
                            "S: 221 mail.example\\r\\n",
                            "closed");
        }
    }

    @Test
    void hearsEachReplyRightBehindItsCommandHoweverManyCommandsComeAtOnce() throws Exception {
        try (var gate = SmtpListener.start(Gates.options().withOnlooker(diary));
                var client = Client.greeted(gate.smtpAddress())) {
            client.send("NOOP\r\nRSET\r\nQUIT\r\nNOOP\r\n");
            client.rest();
            assertThat(diary.next().dialogue())
                    .containsExactly(
                            "S: 220 mail.example ESMTP\\r\\n",
                            "C: NOOP\\r\\n",
                            "S: 250 ok\\r\\n",
                            "C: RSET\\r\\n",
                            "S: 250 reset\\r\\n",
                            "C: QUIT\\r\\n",
                            "S: 221 mail.example\\r\\n",
                            "closed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void hearsInClearWhatIsSaidOverTls(String protocol) throws Exception {
        try (var gate = SmtpListener.start(Gates.options().withOnlooker(diary));
                var client = Client.greeted(gate.smtpAddress())) {
            client.say("STARTTLS");
            client.handshake(protocol);
            client.say("NOOP");
            client.say("QUIT");
            client.vanish();
            String suite = protocol.equals("TLSv1.3") ? "TLS_AES_256_GCM_SHA384" : "ECDHE-ECDSA-AES256-GCM-SHA384";
            assertThat(diary.next().toTheEnd())
                    .containsSubsequence(
                            "C: STARTTLS\\r\\n",
                            "S: 220 Go ahead with TLS\\r\\n",
                            "TLS " + new TlsSession(protocol, suite),
                            "* TlsSucceeded",
                            "C: NOOP\\r\\n",
                            "S: 250 ok\\r\\n",
                            "C: QUIT\\r\\n",
                            "S: 221 mail.example\\r\\n",
                            "closed");
        }
    }

    @Test
    void hearsByWhichNameTheClientAskedForTheServer() throws Exception {
        try (var gate = SmtpListener.start(Gates.options().withOnlooker(diary));
                var client = Client.greeted(gate.smtpAddress())) {
            client.say("STARTTLS");
            client.handshakeWith("mx.gate.example");
            client.vanish();
            assertThat(diary.next().dialogue())
                    .contains("TLS "
                            + new TlsSession("TLSv1.3", "TLS_AES_256_GCM_SHA384", Optional.of("mx.gate.example")));
        }
    }

    @Test
    void hearsWhyAHandshakeFailed() throws Exception {
        try (var gate = SmtpListener.start(Gates.options().withOnlooker(diary));
                var client = Client.greeted(gate.smtpAddress())) {
            client.say("STARTTLS");
            assertThatThrownBy(() -> client.handshakeWithSuite("TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"))
                    .isInstanceOf(IOException.class);
            assertThat(diary.next().toTheEnd())
                    .containsSubsequence(
                            "no TLS: (handshake_failure) no cipher suites in common", "* TlsFailed", "closed")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void hearsOfAClientThatVanishesInTheHandshake() throws Exception {
        try (var gate = SmtpListener.start(Gates.options().withOnlooker(diary))) {
            Client client = Client.greeted(gate.smtpAddress());
            client.say("STARTTLS");
            client.vanish();
            assertThat(diary.next().toTheEnd())
                    .filteredOn(line -> line.startsWith("no TLS: "))
                    .hasSize(1);
        }
    }

    @Test
    void hearsOfAClientThatIsRefusedBelowSmtp() throws Exception {
        var options = ListenerOptions.of(Gates.engine("ALL\n    TCPREFUSE\n")).withOnlooker(diary);
        try (var gate = SmtpListener.start(options)) {
            assertThatThrownBy(() -> Client.greeted(gate.smtpAddress())).isInstanceOf(IOException.class);
            assertThat(diary.next().toTheEnd()).containsExactly("* Admitted", "closed");
        }
    }

    @Test
    void hearsBehindAProxyHeaderWhatTheClientSays() throws Exception {
        try (var gate = SmtpListener.start(Gates.withProxyPort(Gates.open()).withOnlooker(diary));
                var client = Client.connect(gate.proxyAddress())) {
            client.send("PROXY TCP4 192.0.2.1 192.0.2.2 40000 25\r\nQUIT\r\n");
            client.rest();
            Diary.Entries entries = diary.next();
            assertThat(entries.local).isEqualTo(gate.proxyAddress());
            assertThat(entries.remote).isEqualTo(client.localAddress());
            assertThat(entries.dialogue())
                    .containsExactly(
                            "S: 220 mail.example ESMTP\\r\\n", "C: QUIT\\r\\n", "S: 221 mail.example\\r\\n", "closed");
        }
    }

    @Test
    void hearsWhatIsSaidBeforeAndBehindXclient() throws Exception {
        try (var gate = SmtpListener.start(Gates.withXclientPort(Gates.open()).withOnlooker(diary));
                var client = Client.greeted(gate.xclientAddress())) {
            client.say("NOOP");
            client.say("XCLIENT ADDR=192.0.2.1");
            client.say("QUIT");
            assertThat(diary.next().dialogue())
                    .containsExactly(
                            "S: 220 mail.example ESMTP\\r\\n",
                            "C: NOOP\\r\\n",
                            "S: 250 ok\\r\\n",
                            "C: XCLIENT ADDR=192.0.2.1\\r\\n",
                            "S: 220 mail.example ESMTP\\r\\n",
                            "C: QUIT\\r\\n",
                            "S: 221 mail.example\\r\\n",
                            "closed");
        }
    }

    @Test
    void hearsOnceWhatAPeerSaysForItselfAtTheXclientPort() throws Exception {
        try (var gate = SmtpListener.start(Gates.withXclientPort(Gates.open()).withOnlooker(diary));
                var client = Client.greeted(gate.xclientAddress())) {
            client.say("HELP");
            client.say("QUIT");
            assertThat(diary.next().dialogue())
                    .filteredOn(line -> line.startsWith("C: "))
                    .containsExactly("C: HELP\\r\\n", "C: QUIT\\r\\n");
        }
    }

    @Test
    void hearsOfEachConnectionByItself() throws Exception {
        try (var gate = SmtpListener.start(Gates.options().withOnlooker(diary));
                var one = Client.greeted(gate.smtpAddress())) {
            Diary.Entries first = diary.next();
            try (var two = Client.greeted(gate.smtpAddress())) {
                two.say("NOOP");
                two.say("QUIT");
                one.say("HELP");
                one.say("QUIT");
                assertThat(diary.next().dialogue()).contains("C: NOOP\\r\\n").doesNotContain("C: HELP\\r\\n");
                assertThat(first.dialogue()).contains("C: HELP\\r\\n").doesNotContain("C: NOOP\\r\\n");
            }
        }
    }

    @Test
    void hearsOfTheEndWhenTheListenerIsClosed() throws Exception {
        var gate = SmtpListener.start(Gates.options().withOnlooker(diary));
        try (var client = Client.greeted(gate.smtpAddress())) {
            gate.close();
            assertThat(client.rest()).startsWith("421");
            assertThat(diary.next().dialogue())
                    .endsWith("S: 421 mail.example Service not available, closing transaction channel\\r\\n", "closed");
        }
    }

    @Test
    void hearsThatAllIsSaidBeforeTheClientReadsItAndHowLongSoeverItStays() throws Exception {
        try (var gate = SmtpListener.start(
                        Gates.options().withTicker(new HeldTime()).withOnlooker(diary));
                var client = Client.greeted(gate.smtpAddress())) {
            client.send("A\r\nB\r\nC\r\nD\r\nE\r\n");
            client.rest();
            Diary.Entries entries = diary.next();
            assertThat(entries.toTheLastWord())
                    .contains("* Closed")
                    .doesNotContain("closed")
                    .last()
                    .asString()
                    .startsWith("S: 421 ");
            client.vanish();
            assertThat(entries.toTheEnd()).endsWith("closed");
        }
    }

    @Test
    void harmsNoConnectionWhenItFails() throws Exception {
        BlockingQueue<MailEvent> events = new LinkedBlockingQueue<>();
        Onlooker failing = (local, remote) -> {
            throw new IllegalStateException("as ordered by the test");
        };
        for (Onlooker onlooker : List.of(failing, (local, remote) -> new Failing())) {
            try (var gate = SmtpListener.start(
                            Gates.options().withEvents(events::add).withOnlooker(onlooker));
                    var client = Client.greeted(gate.smtpAddress())) {
                client.say("STARTTLS");
                client.handshake();
                assertThat(client.say("QUIT")).containsExactly("221 mail.example");
                for (MailEvent event = null; !(event instanceof MailEvent.Closed); ) {
                    event = events.poll(5, TimeUnit.SECONDS);
                    assertThat(event).isNotNull();
                }
            }
        }
    }

    @Test
    void hearsOfTheEndAlsoWhenItHasFailedBefore() throws Exception {
        var failing = new Failing();
        try (var gate = SmtpListener.start(Gates.options().withOnlooker((local, remote) -> failing))) {
            Client.greeted(gate.smtpAddress()).close();
        }
        assertThat(failing.calls).hasValue(2);
    }

    /** Fails whatever it hears. */
    private static final class Failing implements Following {
        private final AtomicInteger calls = new AtomicInteger();

        private void fail() {
            calls.incrementAndGet();
            throw new AssertionError("as ordered by the test");
        }

        @Override
        public void tell(MailEvent event) {
            fail();
        }

        @Override
        public void heard(ByteBuffer bytes) {
            fail();
        }

        @Override
        public void said(ByteBuffer bytes) {
            fail();
        }

        @Override
        public void secured(TlsSession session) {
            fail();
        }

        @Override
        public void closed() {
            fail();
        }
    }

    @Test
    void isNotEvenThereForAConnectionThatItDoesNotFollow() {
        var somewhere = new InetSocketAddress("127.0.0.1", 25);
        assertThat(Followed.of(Onlooker.nobody(), somewhere, somewhere))
                .isSameAs(Followed.of((local, remote) -> Following.NOTHING, somewhere, somewhere));
    }
}
