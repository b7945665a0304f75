package dev.hatcheck.engine.maillog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {
    @Test
    void plainTextStaysAsItIs() {
        assertThat(LogText.escape("<user@example.org> ~ \"'")).isEqualTo("<user@example.org> ~ \"'");
    }

    @Test
    void utf8IsShownAsCharacters() {
        assertThat(LogText.escape(wire("Grüße 你好 🎩"))).isEqualTo("Grüße 你好 🎩");
        assertThat(LogText.escapeText("Grüße 你好 🎩")).isEqualTo("Grüße 你好 🎩");
    }

    @Test
    void utf8IsShownAsBytesWhereTheLogKnowsNone() {
        assertThat(LogText.escapeBytes(wire("Grüße \\ \t'"))).isEqualTo("Gr\\xc3\\xbc\\xc3\\x9fe \\\\ \\t'");
        assertThat(LogText.escapeBytes(wire("ü".repeat(200))))
                .hasSizeLessThan(1_010)
                .endsWith("\\xbc[...]");
    }

    @Test
    void aLineCannotBeForged() {
        assertThat(LogText.escape("x\r\nICID 2 ACCEPT")).isEqualTo("x\\r\\nICID 2 ACCEPT");
        assertThat(LogText.escape(wire("x\u2028y\u2029z\u0085"))).isEqualTo("x\\u2028y\\u2029z\\x85");
    }

    @Test
    void aTerminalIsToldNothing() {
        assertThat(LogText.escape("\u001b[2J\u0000\u0007\u007f\t")).isEqualTo("\\x1b[2J\\x00\\x07\\x7f\\t");
        assertThat(LogText.escape(wire("\u009b2J"))).isEqualTo("\\x9b2J");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x61c})
    void theDirectionOfWritingStays(int mark) {
        assertThat(LogText.escape(wire("a" + Character.toString(mark) + "b"))).isEqualTo("a\\u%04xb".formatted(mark));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a byte that continues nothing, 80, \\x80",
        "a character cut short,         e282, \\xe2\\x82",
        "a character broken off,        e28241, \\xe2\\x82A",
        "a slash in two bytes,          c0af, \\xc0\\xaf",
        "a slash in three bytes,        e080af, \\xe0\\x80\\xaf",
        "a slash in four bytes,         f08080af, \\xf0\\x80\\x80\\xaf",
        "half of a surrogate pair,      eda080, \\xed\\xa0\\x80",
        "beyond the last character,     f4908080, \\xf4\\x90\\x80\\x80",
        "bytes that UTF-8 never has,    f5feff, \\xf5\\xfe\\xff",
        "a tag that nobody sees,        f3a08081, \\U000e0001"
    })
    void whatIsNoTextIsShownByteByByte(String what, String hex, String shown) {
        assertThat(LogText.escape(ofHex(hex))).isEqualTo(shown);
    }

    @Test
    void aBackslashIsDoubledSoThatNothingLooksEscapedThatWasNot() {
        assertThat(LogText.escape("\\x1b")).isEqualTo("\\\\x1b");
    }

    @Test
    void whatIsVeryLongIsCutAndSaysSo() {
        assertThat(LogText.escape("x".repeat(1_000))).isEqualTo("x".repeat(1_000));
        assertThat(LogText.escape("x".repeat(1_001))).isEqualTo("x".repeat(1_000) + "[...]");
        assertThat(LogText.escape("x".repeat(998) + "\u001b")).isEqualTo("x".repeat(998) + "[...]");
    }

    @Test
    void aLoneSurrogateOfATextIsNotLetThrough() {
        assertThat(LogText.escapeText("a\ud800b")).isEqualTo("a\\xed\\xa0\\x80b");
    }

    @Test
    void utf8IsReadAsTheJdkReadsIt() {
        var random = new Random(3629);
        for (int i = 0; i < 5_000; i++) {
            String text = Character.toString(random.nextInt(0x20, 0xd800))
                    + Character.toString(random.nextInt(0x10000, 0x110000));
            assertThat(LogText.escape(wire(text))).isEqualTo(LogText.escapeText(text));
        }
    }

    @Test
    void noBytesWhateverMakeALineOrAControl() {
        var random = new Random(1815);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            random.nextBytes(bytes);
            assertThat(LogText.escape(new String(bytes, StandardCharsets.ISO_8859_1))
                            .codePoints())
                    .noneMatch(c -> c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029);
        }
    }

    private static String wire(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String ofHex(String hex) {
        return new String(java.util.HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}
