package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.policies.TlsUse;
import dev.hatcheck.smtp.conversation.SessionModel.Say;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A conversation answers any sequence of commands, over a TLS upgrade too, as a small model of it says. */
class ConversationModelTest {
    private static final String SMALL_MESSAGE = "Subject: x\r\n\r\nyes\r\n.\r\n";
    private static final String BIG_MESSAGE = "x".repeat(70) + "\r\n" + "y".repeat(2000) + "\r\n.\r\n";

    @ParameterizedTest
    @EnumSource
    void anySequenceOfCommandsIsAnsweredAsTheModelSays(TlsUse tls) {
        Engine engine = Tables.accepting("""
                tls = %s
                max_msgs_per_session = 2
                max_rcpts_per_msg = 2
                max_message_size = 1024
                """.formatted(tls.written()));
        for (long seed = 0; seed < 10_000; seed++) {
            play(new Talk(engine), new SessionModel(tls, 2, 2), new Random(seed), seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientWhoseRejectionIsDelayedIsAnsweredAsTheModelSaysAndBringsNoMessage(TlsUse tls) {
        Engine engine = Tables.engine(
                "ALL\n    REJECT { tls = %s max_message_size = 1024 }\n".formatted(tls.written()),
                Tables.PUBLIC.with("global_hat_delayed_rejection", "on"));
        for (long seed = 0; seed < 5_000; seed++) {
            var talk = new Talk(engine);
            play(talk, SessionModel.rejecting(tls), new Random(seed), seed);
            assertThat(talk.envelopes).isEmpty();
            assertThat(talk.events).noneMatch(MailEvent.MessageStarted.class::isInstance);
        }
    }

    @ParameterizedTest
    @EnumSource
    void commandsSentAtOnceAndInPiecesAreAnsweredTheSame(TlsUse tls) {
        Engine engine = Tables.accepting("tls = " + tls.written());
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            String commands = pipeline(random);
            String whole = new Talk(engine).say(commands);
            var cut = new Talk(engine);
            cut.replies();
            var replies = new StringBuilder("220 mail.example ESMTP\r\n");
            replies.append(inPieces(cut, commands, random));
            assertThat(replies.toString()).as("seed %d: %s", seed, commands).isEqualTo(whole);
        }
    }

    /** Commands without STARTTLS, behind which nothing in the same piece is heard. */
    private static String pipeline(Random random) {
        var commands = new StringBuilder("EHLO x\r\n");
        for (int i = random.nextInt(12); i > 0; i--) {
            Say say = Say.values()[random.nextInt(Say.values().length)];
            commands.append(say.name().startsWith("STARTTLS") ? "NOOP" : say.line)
                    .append("\r\n");
        }
        return commands.toString();
    }

    private static void play(Talk talk, SessionModel model, Random random, long seed) {
        talk.replies();
        List<String> script = new ArrayList<>();
        while (!model.isOver() && script.size() < 40) {
            Say say = Say.values()[random.nextInt(Say.values().length)];
            int expected = model.answer(say);
            script.add(say + " -> " + expected);
            assertThat(code(inPieces(talk, say.line + "\r\n", random)))
                    .as("seed %d: %s", seed, script)
                    .isEqualTo(expected);
            if (expected == 354) {
                boolean tooBig = random.nextBoolean();
                int outcome = model.data(tooBig);
                script.add((tooBig ? "big" : "small") + " message -> " + outcome);
                assertThat(code(inPieces(talk, tooBig ? BIG_MESSAGE : SMALL_MESSAGE, random)))
                        .as("seed %d: %s", seed, script)
                        .isEqualTo(outcome);
            }
        }
        assertThat(talk.closed).as("seed %d: %s", seed, script).isEqualTo(model.isOver());
    }

    private static String inPieces(Talk talk, String bytes, Random random) {
        var replies = new StringBuilder();
        for (int at = 0; at < bytes.length(); ) {
            int end = random.nextBoolean() ? bytes.length() : at + 1 + random.nextInt(bytes.length() - at);
            replies.append(talk.say(bytes.substring(at, end)));
            at = end;
        }
        return replies.toString();
    }

    private static int code(String replies) {
        return replies.isEmpty() ? SessionModel.SILENCE : Integer.parseInt(replies, 0, 3, 10);
    }
}
