package dev.hatcheck.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.Limit;
import org.junit.jupiter.api.Test;

class ReplyTest {
    @Test
    void everyLineButTheLastHasAHyphenBehindItsCode() {
        assertThat(Replies.ehlo("mail.example", Limit.atMost(10_485_760), true).wire())
                .isEqualTo("""
                250-mail.example
                250-8BITMIME
                250-SIZE 10485760
                250 STARTTLS
                """.replace("\n", "\r\n"));
    }

    @Test
    void withoutTlsTheSizeComesLast() {
        assertThat(Replies.ehlo("mail.example", Limit.UNLIMITED, false).wire())
                .endsWith("250-8BITMIME\r\n250 SIZE 0\r\n");
    }

    @Test
    void helpHasFourLines() {
        assertThat(Replies.HELP.wire()).isEqualTo("""
                214-The following commands are recognized
                214- auth data ehlo helo
                214- help mail noop quit
                214 rcpt rset vrfy
                """.replace("\n", "\r\n"));
    }

    @Test
    void anAcceptedMessageIsToldWithTwoBlanks() {
        assertThat(Replies.messageAccepted(7).wire()).isEqualTo("250 ok:  Message 7 accepted\r\n");
    }
}
