package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatcheck.engine.maillog.MailEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SmtpListenerTest {
    @Test
    void threeLinesEmbedIt() throws IOException {
        try (var gate = SmtpListener.start(ListenerOptions.of(Gates.open()))) {
            Client.greeted(new InetSocketAddress("127.0.0.1", gate.port())).close();
        }
    }

    @Test
    void takesMessagesOneAfterTheOther() throws Exception {
        var sink = new Kept();
        try (var gate = SmtpListener.start(Gates.options().withSink(sink));
                var client = Client.greeted(gate.smtpAddress())) {
            client.say("EHLO client.example");
            for (int mid = 1; mid <= 3; mid++) {
                client.say("MAIL FROM:<a@client.example>");
                client.say("RCPT TO:<b@gate.example>");
                assertThat(client.say("DATA")).containsExactly("354 go ahead");
                assertThat(client.say("Subject: " + mid + "\r\n\r\n..\r\n."))
                        .containsExactly("250 ok:  Message " + mid + " accepted");
                assertThat(sink.next()).isEqualTo("Subject: " + mid + "\r\n\r\n.\r\n");
            }
            assertThat(client.say("QUIT")).containsExactly("221 mail.example");
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void takesAMessageThatIsMuchLargerThanAnyBuffer() throws Exception {
        var sink = new Kept();
        String body = ("x".repeat(70) + "\r\n").repeat(30_000);
        try (var gate = SmtpListener.start(Gates.options().withSink(sink));
                var client = Client.greeted(gate.smtpAddress())) {
            client.send("EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<b@gate.example>\r\nDATA\r\n\r\n" + body + ".\r\nQUIT\r\n");
            assertThat(client.rest()).endsWith("250 ok:  Message 1 accepted\r\n221 mail.example\r\n");
            assertThat(sink.next()).isEqualTo("\r\n" + body);
        }
    }

    @Test
    void answersWhoSendsEverythingAtOnceAndEndsItsOutput() throws IOException {
        try (var gate = SmtpListener.start(Gates.options());
                var client = Client.greeted(gate.smtpAddress())) {
            client.send("NOOP\r\nNOOP\r\nNOOP\r\n");
            client.endOutput();
            assertThat(client.rest()).isEqualTo("250 ok\r\n".repeat(3));
        }
    }

    @Test
    void goesOnWhenAMessageIsKeptElsewhere() throws Exception {
        var commit = new CompletableFuture<Void>();
        try (var gate = SmtpListener.start(Gates.options().withSink(envelope -> new Committing(commit)));
                var client = Client.greeted(gate.smtpAddress())) {
            client.send("EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<b@gate.example>\r\nDATA\r\n\r\n.\r\nNOOP\r\n");
            for (int i = 0; i < 4; i++) {
                client.reply();
            }
            commit.complete(null);
            client.expect("250 ok:  Message 1 accepted");
            client.expect("250 ok");
        }
    }

    @Test
    void blamesItselfForASinkThatFails() throws IOException {
        var failed = CompletableFuture.<Void>failedFuture(new IOException("as ordered by the test"));
        for (MessageSink sink : new MessageSink[] {
            envelope -> {
                throw new IOException("as ordered by the test");
            },
            envelope -> {
                throw new IllegalStateException("as ordered by the test");
            },
            envelope -> new Committing(failed)
        }) {
            try (var gate = SmtpListener.start(Gates.options().withSink(sink));
                    var client = Client.greeted(gate.smtpAddress())) {
                client.send("EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<b@gate.example>\r\nDATA\r\n\r\n.\r\nNOOP\r\n");
                for (int i = 0; i < 4; i++) {
                    client.reply();
                }
                client.expect("451 #4.3.0 Server Error");
                client.expect("250 ok");
            }
        }
    }

    @Test
    void endsOnlyTheConnectionInWhichItErrs() throws IOException {
        try (var gate = SmtpListener.start(Gates.options().withEvents(event -> {
                    if (event instanceof MailEvent.SenderGiven) {
                        throw new IllegalStateException("as ordered by the test");
                    }
                }));
                var other = Client.greeted(gate.smtpAddress());
                var client = Client.greeted(gate.smtpAddress())) {
            client.say("EHLO client.example");
            assertThat(client.say("MAIL FROM:<>")).containsExactly("451 #4.3.0 Server Error");
            assertThat(client.rest()).isEmpty();
            assertThat(other.say("NOOP")).containsExactly("250 ok");
        }
    }

    @Test
    void resetsWhomItsTableRefusesBelowSmtp() throws IOException {
        try (var gate = SmtpListener.start(ListenerOptions.of(Gates.engine("ALL\n    TCPREFUSE\n")))) {
            assertThatThrownBy(() -> listen(gate.smtpAddress()))
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    private static String listen(InetSocketAddress address) throws IOException {
        try (var client = Client.connect(address)) {
            return client.rest();
        }
    }

    @Test
    void letsAClientReadItsRefusalThatHasSaidMuchAlready() throws IOException {
        try (var gate = SmtpListener.start(ListenerOptions.of(Gates.engine("ALL\n    REJECT\n")));
                var client = Client.connect(gate.smtpAddress())) {
            client.send("EHLO client.example\r\n".repeat(10_000));
            client.endOutput();
            assertThat(client.rest()).startsWith("554-mail.example\r\n").contains("\r\n554 ");
        }
    }

    @Test
    void noticesAClientThatVanishes() throws Exception {
        var events = new LinkedBlockingQueue<MailEvent>();
        try (var gate = SmtpListener.start(Gates.options().withEvents(events::add))) {
            Client.greeted(gate.smtpAddress()).vanish();
            Client.greeted(gate.smtpAddress()).close();
            for (int closed = 0; closed < 2; ) {
                MailEvent event = events.poll(5, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                closed += event instanceof MailEvent.Closed ? 1 : 0;
            }
        }
    }

    @Test
    void decidesAboutNewConnectionsByTheEngineCommittedLast() throws IOException {
        try (var gate = SmtpListener.start(Gates.options());
                var before = Client.greeted(gate.smtpAddress())) {
            gate.commit(Gates.engine("ALL\n    REJECT\n"));
            try (var after = Client.connect(gate.smtpAddress())) {
                assertThat(after.reply()).first().asString().startsWith("554");
            }
            assertThat(before.say("NOOP")).containsExactly("250 ok");
        }
    }

    @Test
    void saysGoodbyeWhenItIsClosed() throws IOException {
        var gate = SmtpListener.start(Gates.options());
        try (var client = Client.greeted(gate.smtpAddress())) {
            gate.close();
            assertThat(client.rest())
                    .isEqualTo("421 mail.example Service not available, closing transaction channel\r\n");
            gate.close();
            assertThatThrownBy(() -> Client.connect(gate.smtpAddress())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void namesThePortThatItCannotHave() throws IOException {
        try (var gate = SmtpListener.start(Gates.options())) {
            var taken = Gates.withProxyPort(Gates.open()).withSmtp(gate.smtpAddress());
            assertThatThrownBy(() -> SmtpListener.start(taken))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining("127.0.0.1:" + gate.port());
        }
    }

    @Test
    void hasOnlyThePortsItWasGiven() throws IOException {
        try (var gate = SmtpListener.start(Gates.withProxyPort(Gates.open()).withoutSmtp())) {
            assertThat(gate.proxyAddress().getPort()).isPositive();
            assertThatThrownBy(gate::port).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void listensOnIpv6() throws IOException {
        try (var gate = SmtpListener.start(Gates.options().withSmtp(new InetSocketAddress("::1", 0)))) {
            Client.greeted(gate.smtpAddress()).close();
        }
    }

    /** Keeps messages as text. */
    private static final class Kept implements MessageSink {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return messages.poll(5, TimeUnit.SECONDS);
        }

        @Override
        public Delivery begin(Envelope envelope) {
            var text = new ByteArrayOutputStream();
            return new Delivery() {
                @Override
                public void write(ByteBuffer bytes) {
                    text.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
                }

                @Override
                public CompletionStage<Void> commit() {
                    messages.add(text.toString(StandardCharsets.ISO_8859_1));
                    return CompletableFuture.completedFuture(null);
                }

                @Override
                public void abandon() {}
            };
        }
    }

    /** Keeps nothing, and is done when the stage is. */
    private record Committing(CompletionStage<Void> commit) implements MessageSink.Delivery {
        @Override
        public void write(ByteBuffer bytes) {}

        @Override
        public void abandon() {}
    }
}
