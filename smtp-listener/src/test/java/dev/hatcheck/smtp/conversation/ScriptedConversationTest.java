package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.limits.Concurrency;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.smtp.script.Script;
import dev.hatcheck.smtp.script.Scripts;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScriptedConversationTest {
    private static final InetSocketAddress PORT = new InetSocketAddress("127.0.0.1", 2525);
    private static final String BANNER = "220 mail.example ESMTP\r\n";
    private static final String TO_DATA = "EHLO c\r\nMAIL FROM:<a@c.example>\r\nRCPT TO:<b@x.example>\r\nDATA\r\n";
    private static final String KEPT = "250 ok:  Message 1 accepted\r\n";
    private static final String OK = "250 ok\r\n";

    private final Scripts scripts = new Scripts();
    private final List<String> fired = new ArrayList<>();

    private Talk talk(Script... added) {
        return talk(Tables.accepting("tls = on"), added);
    }

    private Talk talk(Engine engine, Script... added) {
        List.of(added).forEach(scripts::add);
        return new Talk(engine, scripts.at(PORT, script -> fired.add(script.name())));
    }

    private static List<String> events(Talk talk) {
        return talk.events.stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    @Nested
    class AtConnect {
        @Test
        void aRefusalTakesThePlaceOfTheGreetingAndCloses() {
            var talk =
                    talk(Tables.accepting("tls = required"), Script.atConnect().reply(554, "No SMTP service here"));
            assertThat(talk.replies()).isEqualTo("554 No SMTP service here\r\n");
            assertThat(talk.closed).isTrue();
            assertThat(events(talk)).containsExactly("Connected", "Admitted", "Closed");
        }

        @Test
        void otherWordsGreetAsWell() {
            var talk = talk(Script.atConnect().reply(220, "mx.other.example", "at your service"));
            assertThat(talk.replies()).isEqualTo("220-mx.other.example\r\n220 at your service\r\n");
            assertThat(talk.say("NOOP\r\n")).isEqualTo(OK);
        }

        @Test
        void nobodyHearsAWordOfAConnectionThatIsDropped() {
            var talk = talk(Script.atConnect().drop());
            assertThat(talk.replies()).isEmpty();
            assertThat(talk.closed).isTrue();
        }

        @Test
        void whoIsTurnedAwayTakesNoPlace() {
            var talk = talk(
                    Tables.accepting("max_concurrency = 1"),
                    Script.atConnect().first(1).drop());
            assertThat(new Talk(Tables.accepting("max_concurrency = 1"), talk.concurrency).replies())
                    .isEqualTo(BANNER);
        }

        @Test
        void whomTheTableRefusesIsRefusedAsEver() {
            Engine rejecting = Tables.engine("ALL\n    REJECT\n", Tables.PUBLIC);
            var talk = talk(rejecting, Script.atConnect().reply(220, "welcome"));
            assertThat(talk.replies()).startsWith("554-mail.example\r\n");
            assertThat(fired).isEmpty();
        }
    }

    @Nested
    class AtACommand {
        @Test
        void aRefusalIsSaidInsteadOfObeying() {
            var talk = talk(Script.at(Verb.MAIL).first(1).reply(451, "#4.7.1 Come back later"));
            talk.say("EHLO c\r\n");
            assertThat(talk.say("MAIL FROM:<a@c.example>\r\n")).isEqualTo("451 #4.7.1 Come back later\r\n");
            assertThat(events(talk)).doesNotContain("MessageStarted");
            assertThat(talk.say("RCPT TO:<b@x.example>\r\n")).startsWith("503 ");
            assertThat(talk.say("MAIL FROM:<a@c.example>\r\n")).startsWith("250 ");
        }

        @Test
        void otherWordsAreSaidWhenItIsObeyed() {
            var talk = talk(Script.at(Verb.RCPT).reply(251, "will forward"));
            talk.say("EHLO c\r\nMAIL FROM:<a@c.example>\r\n");
            assertThat(talk.say("RCPT TO:<b@x.example>\r\n")).isEqualTo("251 will forward\r\n");
            assertThat(talk.say("DATA\r\n")).startsWith("354 ");
        }

        @Test
        void otherWordsAreNoYesToWhatTheRatRefuses() {
            var talk = talk(Script.at(Verb.RCPT).reply(251, "will forward"));
            talk.say("EHLO c\r\nMAIL FROM:<a@c.example>\r\n");
            assertThat(talk.say("RCPT TO:<b@refused.example>\r\n")).startsWith("550 ");
        }

        @Test
        void starttlsCanBeMissingFromTheReplyToEhlo() {
            var talk = talk(Script.at(Verb.EHLO).reply(250, "mail.example", "8BITMIME"));
            talk.replies();
            assertThat(talk.say("EHLO c\r\n")).isEqualTo("250-mail.example\r\n250 8BITMIME\r\n");
        }

        @Test
        void starttlsIsRefusedInClearAndNoHandshakeFollows() {
            var talk = talk(Script.at(Verb.STARTTLS).reply(454, "TLS not available due to temporary reason"));
            talk.replies();
            assertThat(talk.say("STARTTLS\r\nNOOP\r\n"))
                    .isEqualTo("454 TLS not available due to temporary reason\r\n" + OK);
        }

        @Test
        void oneOf421Closes() {
            var talk = talk(Script.at(Verb.DATA).reply(421, "#4.3.2 Going down"));
            assertThat(talk.say(TO_DATA)).endsWith("421 #4.3.2 Going down\r\n");
            assertThat(talk.closed).isTrue();
            assertThat(events(talk)).endsWith("MessageAborted", "Closed");
        }

        @Test
        void aClientThatShouldHaveBegunTlsIsToldOfOnce() {
            for (Script closing : List.of(
                    Script.at(Verb.NOOP).reply(421, "gone"),
                    Script.at(Verb.NOOP).drop(),
                    Script.at(Verb.NOOP).cutAt(3))) {
                var talk = new Talk(Tables.accepting("tls = required"), alone(closing));
                talk.say("NOOP\r\n");
                assertThat(events(talk)).as(closing.name()).endsWith("Admitted", "TlsNeverBegun", "Closed");
            }
            var quitting = new Talk(
                    Tables.accepting("tls = required"),
                    alone(Script.at(Verb.QUIT).cutAt(3)));
            quitting.replies();
            assertThat(quitting.say("QUIT\r\n")).isEqualTo("221");
            assertThat(events(quitting)).endsWith("Admitted", "TlsNeverBegun", "Closed");
        }

        private static dev.hatcheck.smtp.script.Cues alone(Script script) {
            var scripts = new Scripts();
            scripts.add(script);
            return scripts.at(PORT, acting -> {});
        }

        @Test
        void whatThePolicyRefusesIsRefusedAsEver() {
            var talk = talk(
                    Tables.accepting("tls = required"), Script.at(Verb.MAIL).reply(451, "later"));
            talk.say("EHLO c\r\n");
            assertThat(talk.say("MAIL FROM:<a@c.example>\r\n")).startsWith("530 ");
            assertThat(fired).isEmpty();
        }

        @Test
        void whatIsWronglyGivenIsRefusedAsEver() {
            var talk = talk(Script.at(Verb.MAIL).reply(499, "never"));
            talk.say("EHLO c\r\n");
            assertThat(talk.say("MAIL FROM\r\n")).startsWith("501 ");
            assertThat(talk.say("NONSENSE\r\n")).startsWith("500 ");
            assertThat(fired).isEmpty();
        }

        @Test
        void everyCommandCanBeAnsweredOtherwise() {
            var talk = talk(Script.at(Verb.values()).reply(499, "not today"));
            talk.replies();
            for (String command :
                    List.of("AUTH", "EHLO c", "HELO c", "HELP", "NOOP", "QUIT", "RSET", "STARTTLS", "VRFY x")) {
                assertThat(talk.say(command + "\r\n")).as(command).isEqualTo("499 not today\r\n");
            }
            assertThat(talk.closed).isFalse();
        }
    }

    @Nested
    class InAMessage {
        @Test
        void aRefusalInTheMiddleClosesAndTheMessageIsGone() {
            var talk = talk(Script.inMessage(10).reply(421, "#4.3.2 Going down"));
            talk.say(TO_DATA);
            assertThat(talk.say("123456789")).isEmpty();
            assertThat(talk.say("0\r\n.\r\nNOOP\r\n")).isEqualTo("421 #4.3.2 Going down\r\n");
            assertThat(talk.closed).isTrue();
            assertThat(talk.kept).isEmpty();
            assertThat(talk.abandoned).isTrue();
            assertThat(events(talk)).endsWith("MessageAborted", "Closed");
        }

        @Test
        void bytesAreCountedAsTheyComeInPiecesOfAnySize() {
            String content = "Subject: x\r\n\r\n..dots\r\n".repeat(20);
            for (int size = 1; size < 30; size++) {
                var talk = talk(Script.inMessage(100).drop());
                talk.say(TO_DATA);
                int sent = 0;
                while (!talk.closed) {
                    talk.say(content.substring(sent, sent + size));
                    sent += size;
                }
                assertThat(sent).isBetween(100, 99 + size);
            }
        }

        @Test
        void aMessageThatEndsThereIsNotInterrupted() {
            var talk = talk(Script.inMessage(5).drop());
            talk.say(TO_DATA);
            assertThat(talk.say("\r\n.\r\n")).isEqualTo(KEPT);
            assertThat(fired).isEmpty();
        }

        @Test
        void theClientIsNotHeardForAWhile() {
            var talk = talk(Script.inMessage(4).after(Duration.ofSeconds(30)));
            talk.say(TO_DATA);
            assertThat(talk.say("x\r\n\r")).isEmpty();
            assertThat(talk.conversation.listens()).isFalse();
            assertThat(talk.conversation.deadline())
                    .isEqualTo(Duration.ofSeconds(30).toNanos());
            talk.elapsed(Duration.ofSeconds(30));
            assertThat(talk.say("\ny\r\n.\r\n")).isEqualTo(KEPT);
            assertThat(talk.kept).containsExactly("x\r\n\r\ny\r\n");
        }

        @Test
        void eachInterruptionHasItsPlaceInEachMessage() {
            var talk = talk(
                    Script.inMessage(3).named("early").after(Duration.ofSeconds(1)),
                    Script.inMessage(4).named("late").after(Duration.ofSeconds(1)));
            talk.say(TO_DATA);
            talk.say("123");
            talk.elapsed(Duration.ofSeconds(1));
            talk.say("4");
            talk.elapsed(Duration.ofSeconds(2));
            talk.say("\r\n.\r\nMAIL FROM:<>\r\nRCPT TO:<b@x.example>\r\nDATA\r\n");
            talk.say("123");
            assertThat(fired).containsExactly("early", "late", "early");
        }
    }

    @Nested
    class AtTheEndOfAMessage {
        @Test
        void aRefusalLosesTheMessage() {
            var talk = talk(Script.atEndOfMessage().reply(452, "#4.3.1 Disk full"));
            talk.say(TO_DATA);
            assertThat(talk.say("\r\nx\r\n.\r\n")).isEqualTo("452 #4.3.1 Disk full\r\n");
            assertThat(talk.kept).isEmpty();
            assertThat(events(talk)).endsWith("RecipientGiven", "MessageAborted");
            assertThat(talk.say("NOOP\r\n")).isEqualTo(OK);
        }

        @Test
        void aReplyThatIsCutLeavesTheMessageAndAClientThatDoesNotKnow() {
            var talk = talk(Script.atEndOfMessage().cutAt(0));
            talk.say(TO_DATA);
            assertThat(talk.say("\r\nx\r\n.\r\nNOOP\r\n")).isEmpty();
            assertThat(talk.kept).containsExactly("\r\nx\r\n");
            assertThat(talk.closed).isTrue();
            assertThat(events(talk)).endsWith("Ready", "Closed");
        }

        @Test
        void aReplyThatComesLateComesBehindTheMessage() {
            var talk = talk(Script.atEndOfMessage().after(Duration.ofMinutes(10)));
            talk.say(TO_DATA);
            assertThat(talk.say("\r\nx\r\n.\r\n")).isEmpty();
            assertThat(talk.kept).hasSize(1);
            assertThat(talk.elapsed(Duration.ofMinutes(10).minusNanos(1))).isEmpty();
            assertThat(talk.elapsed(Duration.ofMinutes(10))).isEqualTo(KEPT);
        }

        @Test
        void whatTheLimitsRefuseIsRefusedAsEver() {
            var talk = talk(
                    Tables.accepting("max_message_size = 1024"),
                    Script.atEndOfMessage().reply(250, "ok"));
            talk.say(TO_DATA);
            assertThat(talk.say("\r\n" + "x\r\n".repeat(500) + ".\r\n")).startsWith("552 ");
            assertThat(fired).isEmpty();
        }
    }

    @Nested
    class AReply {
        @Test
        void isCutAnywhereAndThenTheConnectionIsClosed() {
            for (int bytes = 0; bytes < 12; bytes++) {
                var talk = new Talk(
                        Tables.accepting("tls = on"),
                        AtACommand.alone(Script.at(Verb.NOOP).cutAt(bytes)));
                talk.replies();
                assertThat(talk.say("NOOP\r\nNOOP\r\n")).isEqualTo(OK.substring(0, Math.min(bytes, OK.length())));
                assertThat(talk.closed).isTrue();
                assertThat(events(talk)).containsOnlyOnce("Closed");
            }
        }

        @Test
        void ofAHandshakeThatIsCutIsFollowedByNone() {
            var talk = talk(Script.at(Verb.STARTTLS).cutAt(9));
            talk.replies();
            assertThat(talk.say("STARTTLS\r\n")).isEqualTo("220 Go ah");
            assertThat(talk.closed).isTrue();
            assertThat(events(talk)).doesNotContain("TlsSucceeded", "TlsFailed");
        }

        @Test
        void thatIsCutFreesThePlaceOfItsClientOnce() {
            Engine one = Tables.accepting("max_concurrency = 1");
            var talk = talk(one, Script.at(Verb.QUIT).cutAt(2));
            talk.say("QUIT\r\n");
            assertThat(new Talk(one, talk.concurrency).replies()).isEqualTo(BANNER);
            assertThat(new Talk(one, talk.concurrency).replies()).startsWith("421 ");
        }

        @Test
        void comesLateAndWhatStandsBehindItIsHeardThen() {
            var talk = talk(Script.at(Verb.HELP).after(Duration.ofSeconds(5)));
            talk.replies();
            assertThat(talk.say("NOOP\r\nHELP\r\n")).isEqualTo(OK);
            assertThat(talk.conversation.listens()).isFalse();
            assertThat(talk.conversation.deadline())
                    .isEqualTo(Duration.ofSeconds(5).toNanos());
            assertThat(talk.elapsed(Duration.ofSeconds(4))).isEmpty();
            assertThat(talk.elapsed(Duration.ofSeconds(5))).startsWith("214-");
            assertThat(talk.say("NOOP\r\n")).isEqualTo(OK);
        }

        @Test
        void comesLateAndThenTheHandshakeBegins() {
            var talk = talk(Script.at(Verb.STARTTLS).after(Duration.ofSeconds(5)));
            talk.replies();
            assertThat(talk.say("STARTTLS\r\n")).isEmpty();
            assertThat(events(talk)).doesNotContain("TlsSucceeded");
            assertThat(talk.elapsed(Duration.ofSeconds(5))).startsWith("220 ");
            assertThat(events(talk)).endsWith("TlsSucceeded");
        }

        @Test
        void thatIsTheLastComesLateTooAndTheEndBehindIt() {
            var talk = talk(Script.at(Verb.NOOP).reply(421, "gone").after(Duration.ofSeconds(5)));
            talk.replies();
            talk.say("NOOP\r\n");
            assertThat(talk.closed).isFalse();
            assertThat(talk.conversation.isOver()).isFalse();
            assertThat(talk.elapsed(Duration.ofSeconds(5))).isEqualTo("421 gone\r\n");
            assertThat(talk.closed).isTrue();
            assertThat(talk.conversation.isOver()).isTrue();
        }

        @Test
        void isNotWaitedForWhenTheListenerGoesDown() {
            var talk = talk(Script.at(Verb.NOOP).after(Duration.ofDays(1)));
            talk.replies();
            talk.say("NOOP\r\n");
            talk.conversation.shutDown();
            talk.obey();
            assertThat(talk.replies()).startsWith(OK + "421 ");
            assertThat(talk.closed).isTrue();
        }

        @Test
        void thatComesLaterThanTheSessionMayLastIsFollowedByItsEnd() {
            var talk = talk(Script.at(Verb.NOOP).after(Duration.ofDays(1)));
            talk.replies();
            talk.say("NOOP\r\n");
            assertThat(talk.elapsed(Duration.ofDays(1))).startsWith(OK + "421 ");
            assertThat(talk.closed).isTrue();
        }
    }

    @Nested
    class IsFor {
        @Test
        void clientsOfARange() {
            assertThat(noop(talk(Script.at(Verb.NOOP).from("192.0.2.0/24").reply(450, "x"))))
                    .isEqualTo("450 x\r\n");
        }

        @Test
        void nobodyOutsideTheRange() {
            assertThat(noop(talk(Script.at(Verb.NOOP).from("198.51.100.0/24").reply(450, "x"))))
                    .isEqualTo(OK);
        }

        @Test
        void clientsOfASenderGroup() {
            Engine engine = Tables.engine(
                    "PARTNERS:\n    192.0.2.1\n    $P\n$P\n    ACCEPT {}\nALL\n    ACCEPT\n", Tables.PUBLIC);
            assertThat(noop(talk(engine, Script.at(Verb.NOOP).inGroup("OTHERS").reply(450, "x"))))
                    .isEqualTo(OK);
            assertThat(noop(talk(
                            engine, Script.at(Verb.NOOP).inGroup("PARTNERS").reply(450, "x"))))
                    .isEqualTo("450 x\r\n");
        }

        @Test
        void theRecipientThatIsNamed() {
            var talk = talk(Script.at(Verb.RCPT).to("b@x.example").reply(450, "greylisted"));
            talk.say("EHLO c\r\nMAIL FROM:<a@c.example>\r\n");
            assertThat(talk.say("RCPT TO:<c@x.example>\r\n")).startsWith("250 ");
            assertThat(talk.say("RCPT TO:<B@X.example>\r\n")).startsWith("450 ");
            assertThat(talk.say("RCPT TO:<d@x.example>\r\n")).startsWith("250 ");
        }

        @Test
        void aMessageWithSuchARecipient() {
            var talk = talk(Script.atEndOfMessage().to("x.example").reply(452, "full"));
            talk.say("EHLO c\r\nMAIL FROM:<a@c.example>\r\nRCPT TO:<b@y.example>\r\nDATA\r\n");
            assertThat(talk.say("\r\n.\r\n")).startsWith("250 ");
            talk.say("MAIL FROM:<>\r\nRCPT TO:<b@y.example>\r\nRCPT TO:<b@x.example>\r\nDATA\r\n");
            assertThat(talk.say("\r\n.\r\n")).isEqualTo("452 full\r\n");
        }

        @Test
        void clientsAtAPort() {
            scripts.add(Script.at(Verb.NOOP).reply(450, "x"), new InetSocketAddress("127.0.0.1", 2526));
            assertThat(noop(talk())).isEqualTo(OK);
            scripts.add(Script.at(Verb.NOOP).reply(450, "y"), PORT);
            assertThat(noop(talk())).isEqualTo("450 y\r\n");
            scripts.removeAll(PORT);
            assertThat(noop(talk())).isEqualTo(OK);
        }

        private static String noop(Talk talk) {
            talk.replies();
            return talk.say("NOOP\r\n");
        }
    }

    @Nested
    class ActsSoOften {
        @Test
        void theFirstTimesAndThenNoMoreInWhicheverSession() {
            var greylisting = Script.at(Verb.NOOP).first(2).reply(450, "x");
            assertThat(codes(talk(greylisting), 1)).containsExactly(450);
            assertThat(codes(talk(), 3)).containsExactly(450, 250, 250);
        }

        @Test
        void fromATimeOn() {
            assertThat(codes(talk(Script.at(Verb.NOOP).fromTime(3).reply(450, "x")), 4))
                    .containsExactly(250, 250, 450, 450);
        }

        @Test
        void oneScriptBehindTheOther() {
            assertThat(codes(
                            talk(
                                    Script.at(Verb.NOOP).first(2).reply(450, "x"),
                                    Script.at(Verb.NOOP).first(1).reply(451, "y")),
                            4))
                    .containsExactly(450, 450, 451, 250);
        }

        @Test
        void toldOfEachTime() {
            codes(talk(Script.at(Verb.NOOP).first(2).reply(450, "x").named("greylisting")), 3);
            assertThat(fired).containsExactly("greylisting", "greylisting");
        }

        @Test
        void untilItIsRemovedAlsoInASessionThatIsOpen() {
            var talk = talk();
            assertThat(codes(talk, 1)).containsExactly(250);
            var script = Script.at(Verb.NOOP).reply(450, "x");
            scripts.add(script);
            assertThat(codes(talk, 1)).containsExactly(450);
            scripts.remove(script);
            assertThat(codes(talk, 1)).containsExactly(250);
        }

        private static List<Integer> codes(Talk talk, int times) {
            talk.replies();
            List<Integer> codes = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                codes.add(Integer.parseInt(talk.say("NOOP\r\n"), 0, 3, 10));
            }
            return codes;
        }
    }

    @Test
    void theLogHasNoWordOfIt() {
        var talk = talk(Script.at(Verb.RCPT).first(1).reply(450, "greylisted"));
        talk.say("EHLO c\r\nMAIL FROM:<a@c.example>\r\nRCPT TO:<b@x.example>\r\nRCPT TO:<b@x.example>\r\n");
        assertThat(talk.events)
                .filteredOn(MailEvent.RecipientGiven.class::isInstance)
                .hasSize(1);
        assertThat(events(talk))
                .containsExactly("Connected", "Admitted", "MessageStarted", "SenderGiven", "RecipientGiven");
    }

    @Test
    void aScriptThatChangesNothingIsToldOf() {
        var talk = talk(Script.atConnect().named("seen"));
        assertThat(talk.replies()).isEqualTo(BANNER);
        assertThat(fired).containsExactly("seen");
        assertThat(new Talk(Tables.accepting("tls = on"), new Concurrency()).replies())
                .isEqualTo(BANNER);
    }
}
