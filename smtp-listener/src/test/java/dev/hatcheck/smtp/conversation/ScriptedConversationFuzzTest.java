package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.smtp.script.Script;
import dev.hatcheck.smtp.script.Scripts;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever scripts do to a session, it ends once, leaves its place once, and every message comes to an end. */
class ScriptedConversationFuzzTest {
    private static final InetSocketAddress PORT = new InetSocketAddress("127.0.0.1", 2525);

    private static final List<String> SCRAPS = List.of(
            "EHLO x\r\n",
            "EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<a@b.example>\r\nDATA\r\n",
            "MAIL FROM:<>\r\n",
            "RCPT TO:<c@b.example>\r\n",
            "RCPT TO:<c@refused.example>\r\n",
            "DATA\r\n",
            "Subject: x\r\n\r\n..\r\n.\r\n",
            "text\r\n",
            ".\r\n",
            "STARTTLS\r\n",
            "NOOP\r\n",
            "RSET\r\n",
            "QUIT\r\n");

    @ParameterizedTest
    @ValueSource(strings = {"tls = on", "tls = required"})
    void aSessionEndsOnceAndSoDoesEachOfItsMessages(String parameters) {
        Engine engine = Tables.accepting(parameters + " max_concurrency = 1");
        for (long seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            var scripts = new Scripts();
            var written = new StringBuilder();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                Script script = script(random);
                scripts.add(script);
                written.append(script.name()).append('\n');
            }
            var talk = new Talk(engine, scripts.at(PORT, script -> {}));
            String said = play(talk, random);
            assertEnded(talk, "seed %d, %s%s".formatted(seed, written, said));
            assertThat(new Talk(engine, talk.concurrency).replies())
                    .as("seed %d: the place is free again", seed)
                    .startsWith("220 ");
            assertThat(new Talk(engine, talk.concurrency).replies())
                    .as("seed %d: once", seed)
                    .startsWith("421 ");
        }
    }

    private static String play(Talk talk, Random random) {
        talk.handshakesFail = random.nextInt(4) == 0;
        talk.sinkFails = random.nextInt(4) == 0;
        var said = new StringBuilder();
        Duration now = Duration.ZERO;
        for (int i = random.nextInt(20); i > 0; i--) {
            String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
            said.append(scrap);
            talk.say(scrap);
            if (random.nextInt(3) == 0) {
                now = now.plusSeconds(random.nextInt(60));
                talk.elapsed(now);
            }
        }
        if (random.nextBoolean()) {
            talk.conversation.shutDown();
        } else {
            talk.conversation.lost();
        }
        talk.obey();
        return said.toString();
    }

    private static void assertEnded(Talk talk, String what) {
        assertThat(talk.closed).as(what).isTrue();
        assertThat(talk.conversation.isOver()).as(what).isTrue();
        assertThat(talk.conversation.hasAction()).as(what).isFalse();
        assertThat(count(talk, MailEvent.Closed.class)).as(what).isEqualTo(1);
        assertThat(count(talk, MailEvent.TlsNeverBegun.class)).as(what).isLessThanOrEqualTo(1);
        assertThat(count(talk, MailEvent.MessageStarted.class))
                .as(what)
                .isEqualTo(count(talk, MailEvent.Ready.class) + count(talk, MailEvent.MessageAborted.class));
        assertThat(talk.kept).as(what).hasSize((int) count(talk, MailEvent.Ready.class));
    }

    private static long count(Talk talk, Class<? extends MailEvent> kind) {
        return talk.events.stream().filter(kind::isInstance).count();
    }

    private static Script script(Random random) {
        Script script = switch (random.nextInt(6)) {
            case 0 -> Script.atConnect();
            case 1 -> Script.inMessage(1 + random.nextInt(20));
            case 2 -> Script.atEndOfMessage();
            default -> Script.at(Verb.values()[random.nextInt(Verb.values().length)]);
        };
        Script refusing =
                random.nextBoolean() ? script.reply(random.nextBoolean() ? 421 : 450, "no", "not now") : script;
        Script late = random.nextInt(3) == 0 ? refusing.after(Duration.ofSeconds(random.nextInt(200))) : refusing;
        Script cut = random.nextInt(3) == 0 && late.deviation().refusal().isPresent()
                ? late.cutAt(random.nextInt(20))
                : late;
        return switch (random.nextInt(4)) {
            case 0 -> cut.first(1 + random.nextInt(2));
            case 1 -> cut.fromTime(1 + random.nextInt(3));
            default -> cut;
        };
    }
}
