package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.script.Script;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What scripts look like from the other end of a socket. */
class ScriptsAtWorkTest {
    private final Diary diary = new Diary();
    private final HeldTime time = new HeldTime();

    private SmtpListener gate(Script... scripts) throws IOException {
        var gate = SmtpListener.start(Gates.options().withOnlooker(diary).withTicker(time));
        List.of(scripts).forEach(gate.scripts()::add);
        return gate;
    }

    @Test
    void aReplyThatIsCutIsTheLastThingThatComes() throws Exception {
        try (var gate = gate(Script.at(Verb.EHLO).cutAt(6));
                var client = Client.greeted(gate.smtpAddress())) {
            client.send("EHLO client.example\r\nNOOP\r\n");
            assertThat(client.rest()).isEqualTo("250-ma");
        }
    }

    @Test
    void aConnectionThatIsDroppedEndsWithoutAWord() throws Exception {
        try (var gate = gate(Script.atConnect().first(1).drop())) {
            try (var client = Client.connect(gate.smtpAddress())) {
                assertThat(client.rest()).isEmpty();
            }
            Client.greeted(gate.smtpAddress()).close();
        }
    }

    @Test
    void aMessageIsBrokenOffInTheMiddle() throws Exception {
        try (var gate = gate(Script.inMessage(50_000).reply(421, "#4.3.2 Going down"));
                var client = Client.greeted(gate.smtpAddress())) {
            client.send("EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<b@gate.example>\r\nDATA\r\n");
            client.send("\r\n" + ("x".repeat(70) + "\r\n").repeat(2_000) + ".\r\n");
            assertThat(client.rest()).endsWith("354 go ahead\r\n421 #4.3.2 Going down\r\n");
        }
    }

    @Test
    void aReplyIsHeldBackUntilTheTickerHasMoved() throws Exception {
        try (var gate = gate(Script.at(Verb.HELO).after(Duration.ofMinutes(4)));
                var client = Client.greeted(gate.smtpAddress());
                var other = Client.greeted(gate.smtpAddress())) {
            client.send("HELO client.example\r\nNOOP\r\n");
            diary.next().awaits("C: HELO client.example\\r\\n");
            assertThat(other.say("NOOP")).containsExactly("250 ok");
            time.move(Duration.ofMinutes(3));
            assertThat(other.say("NOOP")).containsExactly("250 ok");
            client.expectNothing();
            time.move(Duration.ofMinutes(1));
            client.expect("250 mail.example");
            client.expect("250 ok");
        }
    }

    @Test
    void aReplyIsHeldBackOverTlsToo() throws Exception {
        try (var gate = gate(Script.at(Verb.NOOP).first(1).after(Duration.ofMinutes(4)));
                var client = Client.greeted(gate.smtpAddress())) {
            client.say("STARTTLS");
            client.handshake();
            client.send("NOOP\r\n");
            client.send("NOOP\r\nQUIT\r\n");
            diary.next().awaits("C: NOOP\\r\\n");
            time.move(Duration.ofMinutes(4));
            assertThat(client.rest()).isEqualTo("250 ok\r\n250 ok\r\n221 mail.example\r\n");
        }
    }

    @Test
    void aClientThatLosesPatienceIsNoticed() throws Exception {
        try (var gate = gate(Script.at(Verb.NOOP).after(Duration.ofDays(1)))) {
            Client client = Client.greeted(gate.smtpAddress());
            client.send("NOOP\r\n");
            Diary.Entries entries = diary.next();
            entries.awaits("C: NOOP\\r\\n");
            client.close();
            assertThat(entries.toTheEnd()).contains("* Lost", "* Closed");
        }
    }

    @Test
    void aClientIsGreetedLate() throws Exception {
        try (var gate = gate(Script.atConnect().after(Duration.ofMinutes(2)));
                var client = Client.connect(gate.smtpAddress())) {
            diary.next().awaits("! connect: after PT2M");
            time.move(Duration.ofMinutes(2));
            client.expect("220 mail.example ESMTP");
            assertThat(client.say("NOOP")).containsExactly("250 ok");
        }
    }

    @Test
    void aListenerThatIsClosedWaitsForNoScript() throws Exception {
        var gate = gate(Script.at(Verb.NOOP).after(Duration.ofDays(1)));
        try (var client = Client.greeted(gate.smtpAddress())) {
            client.send("NOOP\r\n");
            diary.next().awaits("C: NOOP\\r\\n");
            gate.close();
            assertThat(client.rest())
                    .isEqualTo("250 ok\r\n421 mail.example Service not available, closing transaction channel\r\n");
        }
    }

    @Test
    void theOnlookerHearsOfItBetweenTheCommandAndTheReply() throws Exception {
        try (var gate = gate(Script.at(Verb.NOOP).reply(450, "tired").named("a tired server"));
                var client = Client.greeted(gate.smtpAddress())) {
            client.say("NOOP");
            client.say("QUIT");
            assertThat(diary.next().dialogue())
                    .containsExactly(
                            "S: 220 mail.example ESMTP\\r\\n",
                            "C: NOOP\\r\\n",
                            "! a tired server",
                            "S: 450 tired\\r\\n",
                            "C: QUIT\\r\\n",
                            "S: 221 mail.example\\r\\n",
                            "closed");
        }
    }

    @Test
    void aScriptForAPortIsForNoOtherAndGoesWithIt() throws Exception {
        try (var gate = gate()) {
            InetSocketAddress port = gate.open(IpAddress.read("192.0.2.1").orElseThrow());
            gate.scripts().add(Script.at(Verb.NOOP).reply(450, "tired"), port);
            try (var there = Client.greeted(port);
                    var elsewhere = Client.greeted(gate.smtpAddress())) {
                assertThat(there.say("NOOP")).containsExactly("450 tired");
                assertThat(elsewhere.say("NOOP")).containsExactly("250 ok");
                gate.close(port);
                assertThat(there.say("NOOP")).containsExactly("250 ok");
            }
        }
    }

    @Test
    void manyAtOnceAreRefusedExactlyAsOftenAsTheScriptSays() throws Exception {
        var tired = Script.at(Verb.NOOP).first(100).reply(450, "tired");
        try (var gate = gate(tired);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Long> count = () -> {
                try (var client = Client.greeted(gate.smtpAddress())) {
                    client.send("NOOP\r\n".repeat(50) + "QUIT\r\n");
                    return client.rest().lines().filter("450 tired"::equals).count();
                }
            };
            long refused = 0;
            for (Future<Long> one :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> count).toList(), 30, TimeUnit.SECONDS)) {
                refused += one.get();
            }
            assertThat(refused).isEqualTo(100);
        }
    }
}
