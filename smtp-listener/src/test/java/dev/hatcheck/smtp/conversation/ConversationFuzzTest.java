package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a client sends, it gets replies that are in the book, the conversation ends once at most, and what comes out
 * is in proportion to what went in.
 */
class ConversationFuzzTest {
    private static final List<String> SCRAPS = List.of(
            "EHLO x\r\n",
            "HELO\r\n",
            "MAIL FROM:<a@b.example>\r\n",
            "MAIL FROM:<",
            "RCPT TO:<a@b.example>\r\n",
            "DATA\r\n",
            "Received: x\r\n",
            "Subject: \u00e4\r\n y\r\n",
            "\r\n",
            "\r\n.\r\n",
            "\n.\n",
            "\r",
            "\n",
            ".",
            "\0",
            "\u00ff",
            "STARTTLS\r\n",
            "RSET\r\n",
            "QUIT\r\n",
            "GET / HTTP/1.1\r\n",
            "x".repeat(3000));

    @ParameterizedTest
    @ValueSource(strings = {"tls = off", "tls = on", "tls = required"})
    void bytesOfAnyKindAreAnsweredByTheBook(String parameters) {
        Engine engine = Tables.accepting(parameters);
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var talk = new Talk(engine);
            talk.handshakesFail = random.nextInt(4) == 0;
            talk.sinkFails = random.nextInt(4) == 0;
            var said = new StringBuilder();
            var replies = new StringBuilder(talk.replies());
            for (int i = random.nextInt(60); i > 0; i--) {
                String scrap = random.nextInt(3) == 0 ? noise(random) : SCRAPS.get(random.nextInt(SCRAPS.size()));
                said.append(scrap);
                int keptBefore = talk.bytesHandedOn();
                String answer = talk.say(scrap);
                assertThat(answer.length()).isLessThan(64 * scrap.length() + 600);
                assertThat(talk.bytesHandedOn() - keptBefore).isLessThanOrEqualTo(2 * scrap.length() + 2);
                replies.append(answer);
            }
            talk.conversation.lost();
            talk.obey();
            assertThat(KnownReplies.knows(replies.toString()))
                    .as("seed %d: %s%nwas answered%n%s", seed, said, replies)
                    .isTrue();
            assertThat(talk.closed).as("seed %d ends", seed).isTrue();
            assertThat(talk.conversation.hasAction()).isFalse();
        }
    }

    private static String noise(Random random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
