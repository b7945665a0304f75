package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.smtp.script.Cues;
import dev.hatcheck.smtp.script.Script;
import dev.hatcheck.smtp.script.Scripts;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that are not for a session, or change nothing, leave it as it is to the byte. */
class UnscriptedConversationTest {
    private static final InetSocketAddress PORT = new InetSocketAddress("127.0.0.1", 2525);

    private static final List<Script> CHANGING_ALL = List.of(
            Script.atConnect().drop(),
            Script.at(Verb.values()).reply(421, "gone").after(Duration.ofSeconds(1)),
            Script.inMessage(3).drop(),
            Script.atEndOfMessage().cutAt(3));

    private static final List<String> SCRAPS = List.of(
            "EHLO x\r\n",
            "MAIL FROM:<a@b.example>\r\n",
            "RCPT TO:<a@b.example>\r\n",
            "RCPT TO:<a@refused.example>\r\n",
            "DATA\r\n",
            "DATA\r\nSubject: x\r\n\r\n..\r\n.\r\n",
            "\r\n.\r\n",
            "STARTTLS\r\n",
            "RSET\r\n",
            "HELP\r\n",
            "NONSENSE\r\n",
            "QUIT\r\n");

    @ParameterizedTest
    @ValueSource(strings = {"tls = off", "tls = on", "tls = required"})
    void whatIsSaidToldAndKeptIsTheSame(String parameters) {
        Engine engine = Tables.accepting(parameters);
        for (long seed = 0; seed < 2_000; seed++) {
            String plain = session(engine, Cues.NONE, seed);
            assertThat(session(engine, forOthers(), seed)).as("seed %d", seed).isEqualTo(plain);
            assertThat(session(engine, changingNothing(), seed))
                    .as("seed %d", seed)
                    .isEqualTo(plain);
        }
    }

    private static Cues forOthers() {
        var scripts = new Scripts();
        for (Script script : CHANGING_ALL) {
            scripts.add(script.from("198.51.100.0/24"));
            scripts.add(script.inGroup("OTHERS"));
            scripts.add(script.to("nobody@b.example"));
            scripts.add(script.fromTime(1_000));
            scripts.add(script, new InetSocketAddress("127.0.0.1", 2526));
        }
        return scripts.at(PORT, script -> {
            throw new AssertionError(script.name());
        });
    }

    private static Cues changingNothing() {
        var scripts = new Scripts();
        scripts.add(Script.atConnect());
        scripts.add(Script.at(Verb.values()));
        scripts.add(Script.inMessage(3));
        scripts.add(Script.atEndOfMessage());
        return scripts.at(PORT, script -> {});
    }

    /** All that a random session comes to. */
    private static String session(Engine engine, Cues cues, long seed) {
        var random = new Random(seed);
        var talk = new Talk(engine, cues);
        talk.handshakesFail = random.nextInt(4) == 0;
        talk.sinkFails = random.nextInt(4) == 0;
        var replies = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            replies.append(talk.say(SCRAPS.get(random.nextInt(SCRAPS.size()))));
        }
        talk.conversation.lost();
        talk.obey();
        return replies + talk.replies() + talk.events + talk.envelopes + talk.kept + talk.bytesHandedOn() + talk.closed;
    }
}
