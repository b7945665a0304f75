package dev.hatcheck.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {
    private static ReplyReader reader(String said) {
        return new ReplyReader(new ByteArrayInputStream(said.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void aReplyEndsWithTheLineThatHasNoHyphen() throws IOException {
        var reader = reader("250-mail.example\r\n250-SIZE 10\r\n250 starttls\r\n220 Go\r\n");
        SmtpReply hello = reader.next();
        assertThat(hello).isEqualTo(new SmtpReply(250, List.of("mail.example", "SIZE 10", "starttls")));
        assertThat(hello.offers("STARTTLS")).isTrue();
        assertThat(reader.next().toString()).isEqualTo("220 Go");
    }

    @Test
    void aServerThatIsCalledStarttlsDoesNotOfferIt() throws IOException {
        assertThat(reader("250-STARTTLS\r\n250 SIZE 10\r\n").next().offers("STARTTLS"))
                .isFalse();
    }

    @Test
    void aBareLineFeedEndsALineToo() throws IOException {
        assertThat(reader("220\n").next()).isEqualTo(new SmtpReply(220, List.of("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9\r\n",
                "\r\n",
                "22 x\r\n",
                "2200 x\r\n",
                "220:x\r\n",
                "\u0016\u0003\u0001\n",
                "920 x\n"
            })
    void whatIsNoReplyIsSaidSo(String said) {
        assertThatThrownBy(() -> reader(said).next())
                .isInstanceOf(Garbled.class)
                .hasMessageStartingWith("not a reply of SMTP: ");
    }

    @Test
    void aReplyIsNotEndless() {
        assertThatThrownBy(() -> reader("220" + "x".repeat(1_000_000)).next())
                .isInstanceOf(Garbled.class)
                .hasMessageStartingWith("a line of more than 2048 bytes: 220xxx")
                .hasMessageEndingWith("...");
        assertThatThrownBy(() -> reader("220-x\r\n".repeat(1_000)).next())
                .isInstanceOf(Garbled.class)
                .hasMessage("a reply of more than 100 lines");
    }

    @Test
    void aReplyThatBreaksOffIsNone() {
        assertThatThrownBy(() -> reader("220-mail.example\r\n220 ES").next()).isInstanceOf(EOFException.class);
    }

    @Test
    void whatWasNotAskedForIsThrownAway() throws IOException {
        var reader = reader("220 Go\r\n250 injected\r\n");
        reader.next();
        assertThat(reader.discard()).isEqualTo(14);
        assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
    }

    @Test
    void whatAServerSaysCannotActOnATerminal() throws IOException {
        assertThat(reader("220 \033[2Jhello\r\n").next().toString()).doesNotContain("\033");
    }
}
