package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Failure;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.policies.CleanSmtp;
import dev.hatcheck.policies.ListenerParameters;
import org.junit.jupiter.api.Test;

/** A message streams through: pieces go out as they come in, whatever its size. */
class IncomingMessageTest {
    private static final String TO_DATA = "EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n";
    private static final String NO_HEADER = "\r\n";

    @Test
    void aMessageLeavesInPiecesWhileItComesIn() {
        var talk = new Talk(Tables.accepting("max_message_size = 100M"));
        talk.say(TO_DATA + NO_HEADER);
        String line = "x".repeat(998) + "\r\n";
        for (int i = 0; i < 5_000; i++) {
            talk.say(line);
            assertThat(talk.pieces).hasSize(i + 2);
            assertThat(talk.pieces.getLast()).isLessThanOrEqualTo(16 * 1024);
        }
        assertThat(talk.say(".\r\n")).startsWith("250 ok:  Message 1 accepted");
        assertThat(talk.kept).containsExactly(NO_HEADER + line.repeat(5_000));
    }

    @Test
    void aMessageThatIsTooBigIsReadToItsEndAndKeptNowhere() {
        var talk = new Talk(Tables.accepting("max_message_size = 1024"));
        talk.say(TO_DATA + NO_HEADER);
        talk.say(("x".repeat(98) + "\r\n").repeat(11));
        int before = talk.pieces.size();
        assertThat(talk.abandoned).isTrue();
        talk.say(("x".repeat(98) + "\r\n").repeat(1_000));
        assertThat(talk.pieces).hasSize(before);
        assertThat(talk.say(".\r\nNOOP\r\n")).isEqualTo("""
                552 #5.3.4 message size exceeds limit\r
                250 ok\r
                """);
        assertThat(talk.kept).isEmpty();
    }

    @Test
    void theSizeThatCountsIsThatOfTheMessageAsKept() {
        var talk = new Talk(Tables.accepting("max_message_size = 1024"));
        talk.say(TO_DATA);
        String dotted = "." + "x".repeat(1_021) + "\r\n";
        assertThat(talk.say("." + dotted + ".\r\n")).startsWith("250 ");
        assertThat(talk.kept).containsExactly(dotted);
    }

    @Test
    void aSinkThatFailsCostsTheMessageAndNotTheSession() {
        var talk = new Talk(Tables.accepting(""));
        talk.sinkFails = true;
        talk.say(TO_DATA);
        assertThat(talk.say("x\r\n.\r\nNOOP\r\n")).isEqualTo("451 #4.3.0 Server Error\r\n250 ok\r\n");
        assertThat(talk.events).contains(new MailEvent.ReceivingFailed(new Icid(1), Failure.SERVER_ERROR));
    }

    @Test
    void bareLineEndsAreKeptWhereTheListenerAllowsThem() {
        var settings = Tables.PUBLIC.with(ListenerParameters.CLEAN_SMTP, CleanSmtp.ALLOW);
        var talk = new Talk(Tables.accepting("", settings));
        talk.say(TO_DATA);
        talk.say("a\rb\n.\nc\r\n.\r\n");
        assertThat(talk.kept).containsExactly("a\rb\n.\nc\r\n");
    }
}
