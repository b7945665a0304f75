package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.Limit;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeaderReaderTest {
    @Test
    void theFirstMessageIdAndSubjectAreRememberedAsTheyStand() {
        HeaderReader header = read("""
                Received: from a
                 by b
                Subject: =?utf-8?Q?caf=C3=A9?=
                 and more
                MESSAGE-ID : <1@example.com>
                Subject: another
                """);
        assertThat(header.messageId()).contains("<1@example.com>");
        assertThat(header.subject()).contains("=?utf-8?Q?caf=C3=A9?=\r\n and more");
        assertThat(header.hops()).isEqualTo(1);
    }

    @Test
    void nothingBehindTheEmptyLineIsHeader() {
        HeaderReader header = read("From: a\n\nSubject: body\nReceived: body\n");
        assertThat(header.hasEnded()).isTrue();
        assertThat(header.subject()).isEmpty();
        assertThat(header.hops()).isZero();
    }

    @Test
    void aLineThatIsNoFieldIsCountedAndOtherwiseIgnored() {
        HeaderReader header = read("no field\nSubject: x\n");
        assertThat(header.subject()).contains("x");
    }

    @Test
    void foldedLinesCountAsLines() {
        assertThat(reader(2).over("Subject: x\n y\n").isTooBig()).isFalse();
        assertThat(reader(2).over("Subject: x\n y\n z\n").isTooBig()).isTrue();
        assertThat(reader(2).over("Subject: x\n y\n\nbody\nbody\n").isTooBig()).isFalse();
    }

    @Test
    void aHeaderOfOneEndlessLineIsTooBigToo() {
        assertThat(reader(2).over("x".repeat(1 << 20)).isTooBig()).isFalse();
        assertThat(reader(2).over("x".repeat((1 << 20) + 1)).isTooBig()).isTrue();
    }

    @Test
    void aLongSubjectIsRememberedByItsBeginning() {
        HeaderReader header = read("Subject: " + "x".repeat(100_000) + "\n");
        assertThat(header.subject().orElseThrow()).startsWith("xxx").hasSizeLessThan(8_200);
    }

    private static HeaderReader read(String lines) {
        HeaderReader header = reader(1000).over(lines);
        header.messageEnded();
        return header;
    }

    private static Source reader(long maxLines) {
        var header = new HeaderReader(Limit.atMost(maxLines));
        return lines -> {
            for (byte b : lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)) {
                if (!header.hasEnded()) {
                    header.accept(b);
                }
            }
            return header;
        };
    }

    private interface Source {
        HeaderReader over(String lines);
    }
}
