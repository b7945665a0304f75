package dev.hatcheck.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.fixtures.RawClient;
import dev.hatcheck.fixtures.RawClient.Heard;
import dev.hatcheck.fixtures.RecordedLog;
import dev.hatcheck.fixtures.SmtpClient;
import dev.hatcheck.fixtures.tls.TlsLab;
import dev.hatcheck.fixtures.transcript.TranscriptServer;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.smtp.Envelope;
import dev.hatcheck.smtp.Following;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.MessageSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others get wrong costs a SubEthaSMTP server no place for a client. */
class SubEthaServerTest {
    private static final String GREETING = "220 mail.example ESMTP";
    private static final String TWO_AT_ONCE = """
            ALL
                ACCEPT {
                    max_concurrency = "2"
                }
            """;

    /** It tells of every failure that is wanted here; held, or it would be forgotten and talk again. */
    private static final Logger DIAGNOSTICS = Logger.getLogger("dev.hatcheck.smtp.wire");

    static {
        DIAGNOSTICS.setLevel(Level.OFF);
    }

    private final RecordedLog log = new RecordedLog();
    private final TlsLab nobody = new TlsLab();

    /** A sink that works up to here. */
    enum Sink implements MessageSink, MessageSink.Delivery {
        BEGIN,
        WRITE,
        COMMIT;

        private void workUpTo(Sink here) {
            if (this == here) {
                throw new IllegalStateException("the sink fails at " + this);
            }
        }

        @Override
        public Delivery begin(Envelope envelope) {
            workUpTo(BEGIN);
            return this;
        }

        @Override
        public void write(ByteBuffer bytes) {
            workUpTo(WRITE);
        }

        @Override
        public CompletionStage<Void> commit() {
            workUpTo(COMMIT);
            throw new AssertionError("nothing is left to fail");
        }

        @Override
        public void abandon() {
            throw new IllegalStateException("nor does it forget");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSinkThatThrowsCostsTheMessageAndNoPlace(Sink sink) throws IOException {
        try (var server = SubEthaServer.start(options().withSink(sink))) {
            for (int client = 0; client < 3; client++) {
                assertThat(deliver(server)).startsWith("451 ");
            }
        }
        assertThat(log.lines()).contains("ICID 1 close", "ICID 2 close", "ICID 3 close");
    }

    @Test
    void aLookUpThatThrowsIsOneThatFailed() throws IOException {
        var options = options().withLookup(address -> {
            throw new IllegalStateException("nobody is looked up today");
        });
        try (var server = SubEthaServer.start(options)) {
            for (int client = 0; client < 3; client++) {
                assertThat(deliver(server)).startsWith("250 ");
            }
        }
    }

    @Test
    void aLookUpThatNeverEndsIsOneThatFailed() throws IOException {
        var settings = ListenerSettings.of(ListenerType.PUBLIC)
                .withHostname("mail.example")
                .with(ListenerParameters.DNS_PTR_TIMEOUT, Duration.ZERO)
                .with(ListenerParameters.DNSLIST_TIMEOUT, Duration.ZERO);
        var options = options(settings).withLookup(address -> new CompletableFuture<>());
        try (var server = SubEthaServer.start(options)) {
            assertThat(deliver(server)).startsWith("250 ");
        }
    }

    @Test
    void aSessionThatEndsByAnErrorIsCountedNoMore() throws IOException {
        var options = options().withEvents(event -> {
            log.tell(event);
            if (event instanceof MailEvent.MessageStarted) {
                throw new IllegalStateException("whoever listens fails");
            }
        });
        try (var server = SubEthaServer.start(options)) {
            for (int client = 0; client < 3; client++) {
                assertThat(breakOff(server)).isNotInstanceOf(Heard.Line.class);
            }
        }
        assertThat(log.lines()).contains("ICID 1 close", "ICID 2 close", "ICID 3 close");
    }

    @Test
    void anOnlookerFollowsASessionToItsEnd() throws Exception {
        var heard = new StringBuffer();
        var closed = new CountDownLatch(1);
        Following following = new Following() {
            @Override
            public void tell(MailEvent event) {
                heard.append(event.getClass().getSimpleName()).append('\n');
            }

            @Override
            public void heard(ByteBuffer bytes) {
                heard.append(StandardCharsets.ISO_8859_1.decode(bytes));
            }

            @Override
            public void said(ByteBuffer bytes) {
                heard.append(StandardCharsets.ISO_8859_1.decode(bytes));
            }

            @Override
            public void closed() {
                closed.countDown();
            }
        };
        try (var server = SubEthaServer.start(options().withOnlooker((local, remote) -> following));
                var client = RawClient.connect(server.smtp())) {
            client.send("NOOP\r\nQUIT\r\n");
            assertThat(client.hear()).isEqualTo(new Heard.Line(GREETING));
            client.finish();
            assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(heard.toString().replace("\r\n", "\n")).isEqualTo("""
                Connected
                Admitted
                220 mail.example ESMTP
                NOOP
                250 ok
                QUIT
                Closed
                221 mail.example
                """);
    }

    private ListenerOptions options() {
        return options(ListenerSettings.of(ListenerType.PUBLIC).withHostname("mail.example"));
    }

    private ListenerOptions options(ListenerSettings settings) {
        return ListenerOptions.of(Engine.of(
                        settings,
                        HatReader.read(TWO_AT_ONCE, "hat").value(),
                        RatReader.read("ALL ACCEPT", "rat").value()))
                .withEvents(log);
    }

    /** Sends a message and takes its leave; answers what became of the message. */
    private String deliver(TranscriptServer server) throws IOException {
        try (var client = SmtpClient.connect(server.smtp(), nobody.client())) {
            assertThat(client.greeting()).isEqualTo(GREETING);
            client.say("HELO client.example");
            client.say("MAIL FROM:<a@example.com>");
            client.say("RCPT TO:<b@example.net>");
            String reply = client.send("Subject: hello\r\n\r\nhello\r\n");
            assertThat(client.say("QUIT")).startsWith("221 ");
            return reply;
        }
    }

    /** Comes to the first error, and answers how the connection ends. */
    private static Heard breakOff(TranscriptServer server) throws IOException {
        try (var client = RawClient.connect(server.smtp())) {
            assertThat(client.hear()).isEqualTo(new Heard.Line(GREETING));
            client.send("HELO client.example\r\n");
            assertThat(client.hear()).isEqualTo(new Heard.Line("250 mail.example"));
            client.send("MAIL FROM:<a@example.com>\r\n");
            return client.hear();
        }
    }
}
