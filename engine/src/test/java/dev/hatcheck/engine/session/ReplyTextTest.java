package dev.hatcheck.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.WrittenPolicy;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplyTextTest {
    private static final List<String> SCRAPS = List.of(
            "\n",
            "\r",
            "\r\n",
            "\\n",
            "\0",
            "\t",
            " ",
            "\u0085",
            "\u2028",
            "ü",
            "\ud83d\udce7",
            "\ud83d",
            "$Group",
            "$HATEntry",
            "$Hostname",
            "$1",
            "$",
            "\\",
            "220 ",
            "554-",
            ".",
            "x".repeat(300),
            "two words ".repeat(80));

    /** A reply as RFC 5321 section 4.2 has it: one code, and every line but the last goes on. */
    private static final Pattern SOUND =
            Pattern.compile("(?:([245]\\d\\d)-[\\t -~]{0,506}\\r\\n)*+([245]\\d\\d) [\\t -~]{0,506}\\r\\n");

    @Test
    void anyLineEndBeginsALine() {
        assertThat(ReplyText.lines("a\nb\r\nc\rd\n\ne")).containsExactly("a", "b", "c", "d", "", "e");
    }

    @Test
    void whatNoReplyMayHoldIsAQuestionMark() {
        assertThat(ReplyText.lines("Gr\u00fc\u00dfe\0\u2028\u007f~\t")).containsExactly("Gr??e???~\t");
    }

    @Test
    void whatAVariableStandsForBeginsNoLine() {
        assertThat(ReplyText.lines("to $x\nend", line -> line.replace("$x", "a\r\n250 b")))
                .containsExactly("to a??250 b", "end");
    }

    @Test
    void aLongLineIsFoldedAtABlankOrElseWhereItMustBe() {
        String word = "x".repeat(500);
        assertThat(ReplyText.lines(word + " yz yz yz")).containsExactly(word + " yz yz", "yz");
        assertThat(ReplyText.lines("x".repeat(1_100)))
                .containsExactly("x".repeat(506), "x".repeat(506), "x".repeat(88));
        assertThat(ReplyText.lines("x".repeat(506))).containsExactly("x".repeat(506));
    }

    @ParameterizedTest
    @EnumSource(
            value = ConnectionBehavior.class,
            names = {"ACCEPT", "REJECT"})
    void noTextAndNoClientMakesAnUnsoundReply(ConnectionBehavior behavior) {
        for (long seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            ListenerSettings listener = Tables.PUBLIC
                    .with(PolicyParameters.SMTP_BANNER_TEXT, text(random))
                    .with(ListenerParameters.HAT_DEFAULT_REJECT_BANNER_TEXT, text(random))
                    .with(ListenerParameters.GLOBAL_HAT_DELAYED_REJECTION, random.nextBoolean());
            var admission = new Admission(
                    Optional.of(text(random)),
                    new Entry(new Sender.Everyone(), text(random), Optional.empty(), Origin.of("test", 1)),
                    MailFlowPolicy.inline(new WrittenPolicy(behavior, List.of()), listener));
            var greeting = new Greeting(admission, Peers.peer("192.0.2.7"), listener);
            assertThat(List.of(greeting.banner(), greeting.rejection(), greeting.refusal()))
                    .as("seed %d", seed)
                    .allSatisfy(reply -> assertThat(reply.wire()).matches(SOUND));
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        return text.toString();
    }
}
