package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.MailEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntroductionTest {
    private final IntroducedTalk peer = new IntroducedTalk(Tables.accepting("tls = on"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOOP",
                "RSET",
                "HELO",
                "EHLO",
                "EHLO x",
                "QUIT",
                "QUIT now",
                "RSET now",
                "XCLIENT",
                "XCLIENT ADDR=nowhere"
            })
    void whatConcernsNoClientMakesNone(String line) {
        assertThat(peer.say(line + "\r\n")).matches("(?s)(250|221|501).*");
        assertThat(peer.talk()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAIL FROM:<a@b.example>", "MAIL", "RCPT TO:<a@b.example>", "DATA", "VRFY x", "HELP", "AUTH PLAIN",
                "STARTTLS", "STARTTLS now", "EXPN x", "", "NO\0OP", "NO\rOP", "XCLIENTS ADDR=192.0.2.7"
            })
    void whatConcernsAClientMakesThePeerOne(String line) {
        assertThat(peer.say(line + "\r\n")).doesNotStartWith("220 mail.example").isNotEmpty();
        assertThat(peer.talk().orElseThrow().events.getFirst())
                .isEqualTo(new MailEvent.Connected(new Icid(1), "127.0.0.1", Peer.of(Talk.CLIENT)));
    }

    @Test
    void aLineThatIsTooLongIsAnsweredOnce() {
        assertThat(peer.say("x".repeat(3000) + "\r\nNOOP\r\n")).isEqualTo("500 Line too long\r\n250 ok\r\n");
    }

    @Test
    void aCommandInPiecesIsHeardAsOne() {
        assertThat(peer.say("NOOP\r\nMA")).isEqualTo("250 ok\r\n");
        assertThat(peer.say("IL FROM:<a@b.example>\r\nEHLO x\r\n")).startsWith("503 #5.5.1 EHLO first\r\n250-");
    }

    @Test
    void aBrowserThatIsTalkedIntoThisIsHungUpOn() {
        assertThat(peer.say("POST / HTTP/1.1\r\n\r\nXCLIENT ADDR=192.0.2.7\r\n"))
                .isEmpty();
        assertThat(peer.talk().orElseThrow().closed).isTrue();
    }

    @Test
    void nothingIsHeardBehindQuit() {
        assertThat(peer.say("QUIT\r\nXCLIENT ADDR=192.0.2.7\r\n")).startsWith("221 ");
        assertThat(peer.hasLeft()).isTrue();
        assertThat(peer.talk()).isEmpty();
    }

    @Test
    void theLoginThatIsSaidIsInTheEnvelope() {
        peer.say("XCLIENT ADDR=192.0.2.7 HELO=me LOGIN=joe\r\n"
                + "MAIL FROM:<a@b.example>\r\nRCPT TO:<x@b.example>\r\nDATA\r\n.\r\n");
        assertThat(peer.talk().orElseThrow().envelopes).singleElement().satisfies(envelope -> {
            assertThat(envelope.login()).contains("joe");
            assertThat(envelope.helo()).isEqualTo("me");
        });
    }

    @Test
    void badCommandsOfOneClientAreNotThoseOfTheNext() {
        peer.say("XCLIENT ADDR=192.0.2.7\r\n" + "X\r\n".repeat(4));
        assertThat(peer.say("XCLIENT ADDR=192.0.2.8\r\nX\r\n")).endsWith("500 #5.5.1 command not recognized\r\n");
    }

    @Test
    void aBadXclientCountsAgainstNoClient() {
        peer.say("XCLIENT ADDR=192.0.2.7\r\n");
        assertThat(peer.say("XCLIENT WHO=me\r\n".repeat(10))).doesNotContain("421");
        assertThat(peer.talk().orElseThrow().events).noneMatch(MailEvent.BadSyntax.class::isInstance);
    }
}
