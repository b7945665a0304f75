package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.CleanSmtp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Only CRLF, a dot and CRLF end a message; everything else is content. */
class DotReaderTest {
    private static final Pattern ALONE = Pattern.compile("\\r(?!\\n)|(?<!\\r)\\n");

    private record Outcome(boolean ended, String kept, String rest, boolean bare) {}

    @ParameterizedTest(name = "{0} is kept as {1}")
    @CsvSource({
        ".\\r\\n, ''",
        "a\\r\\n.\\r\\n, a\\r\\n",
        "..a\\r\\n.\\r\\n, .a\\r\\n",
        ".a\\r\\n.\\r\\n, a\\r\\n",
        "a.\\r\\nb\\r\\n.\\r\\n, a.\\r\\nb\\r\\n",
        "..\\r\\n.\\r\\n, .\\r\\n",
    })
    void dotsThatProtectALineAreTakenAway(String sent, String kept) {
        Outcome outcome = read(unescaped(sent), CleanSmtp.ON);
        assertThat(outcome).isEqualTo(new Outcome(true, unescaped(kept), "", false));
    }

    @ParameterizedTest(name = "{0} does not end a message, and is cleaned to {1}")
    @CsvSource({
        "a\\n.\\n, a\\r\\n.\\r\\n",
        "a\\n.\\r\\n, a\\r\\n.\\r\\n",
        "a\\r\\n.\\n, a\\r\\n\\r\\n",
        "a\\r.\\r\\n, a\\r\\n.\\r\\n",
        "a\\r.\\rb, a\\r\\n.\\r\\nb",
        "a\\r\\n.\\rb, a\\r\\n\\r\\nb",
        "a\\r\\n.\\r\\r\\n, a\\r\\n\\r\\n\\r\\n",
        "a\\r\\n\\0.\\r\\n, a\\r\\n\\0.\\r\\n",
        "a\\n\\r\\n.b, a\\r\\n\\r\\nb",
    })
    void whatLooksLikeAnEndIsContent(String sent, String kept) {
        Outcome outcome = read(unescaped(sent), CleanSmtp.ON);
        assertThat(outcome.ended()).isFalse();
        assertThat(outcome.kept()).isEqualTo(unescaped(kept));
    }

    @Test
    void whatFollowsTheEndIsLeftForTheCommands() {
        assertThat(read("a\r\n.\r\nQUIT\r\n", CleanSmtp.ON)).isEqualTo(new Outcome(true, "a\r\n", "QUIT\r\n", false));
    }

    @ParameterizedTest
    @EnumSource
    void anyTextIsReadAsAPlainSearchForTheEndWouldReadIt(CleanSmtp clean) {
        for (long seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            String sent = random(random);
            assertThat(inPieces(sent, clean, random.nextBoolean(), random))
                    .as("seed %d: %s", seed, sent)
                    .isEqualTo(oracle(sent, clean));
        }
    }

    private static String random(Random random) {
        var sent = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            sent.append("\r\n.a".charAt(random.nextInt(4)));
        }
        return sent.append(random.nextBoolean() ? "\r\n.\r\n" : "").toString();
    }

    /** Looks for the end in the whole text, which begins at a line's start; marks the dots that go; mends the rest. */
    private static Outcome oracle(String sent, CleanSmtp clean) {
        String whole = "\r\n" + sent;
        int end = whole.indexOf("\r\n.\r\n");
        String body = end < 0 ? withoutWhatIsUndecided(whole) : whole.substring(0, end + 2);
        String marked = body.replace("\r\n.", "\r\n\u0001");
        String mended = clean == CleanSmtp.ON ? ALONE.matcher(marked).replaceAll("\r\n") : marked;
        return new Outcome(
                end >= 0,
                mended.substring(2).replace("\u0001", ""),
                end < 0 ? "" : whole.substring(end + 5),
                ALONE.matcher(marked).find());
    }

    private static String withoutWhatIsUndecided(String text) {
        return text.replaceFirst("(?<=\r\n)\\.\r?\\z|\r\\z", "");
    }

    private static Outcome read(String sent, CleanSmtp clean) {
        var allAtOnce = new Random(0) {
            private static final long serialVersionUID = 1;

            @Override
            public int nextInt(int bound) {
                return bound - 1;
            }
        };
        Outcome byTheByte = inPieces(sent, clean, false, allAtOnce);
        assertThat(inPieces(sent, clean, true, allAtOnce)).isEqualTo(byTheByte);
        return byTheByte;
    }

    private static Outcome inPieces(String sent, CleanSmtp clean, boolean byTheRun, Random random) {
        var kept = new StringBuilder();
        var reader = new DotReader(clean, new DotReader.Target() {
            @Override
            public void put(byte b) {
                kept.append((char) (b & 0xff));
            }

            @Override
            public boolean takesRuns() {
                return byTheRun;
            }

            @Override
            public void put(ByteBuffer run) {
                assertThat(run.hasRemaining()).isTrue();
                kept.append(StandardCharsets.ISO_8859_1.decode(run));
            }

            @Override
            public boolean isFull() {
                return false;
            }
        });
        int at = 0;
        String rest = "";
        while (at < sent.length() && !reader.hasEnded()) {
            int length = 1 + random.nextInt(sent.length() - at);
            ByteBuffer piece = ByteBuffer.wrap(sent.substring(at, at + length).getBytes(StandardCharsets.ISO_8859_1));
            reader.read(piece);
            at += length;
            rest = reader.hasEnded() ? sent.substring(at - piece.remaining()) : "";
        }
        return new Outcome(reader.hasEnded(), kept.toString(), rest, reader.hasBareLineEnds());
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
    }
}
