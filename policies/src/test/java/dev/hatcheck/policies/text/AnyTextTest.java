package dev.hatcheck.policies.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, a reader answers a table that can be written, or says what is wrong with the file. */
class AnyTextTest {
    private static final int TEXTS = 3_000;
    private static final List<String> PIECES = List.of(
            "\n",
            "\n",
            "\r\n",
            " ",
            "    ",
            "\t",
            ",",
            "#",
            "# c\n",
            "$",
            "$P0",
            "{",
            "}",
            "=",
            "\"",
            "(",
            ")",
            "\\",
            ":",
            "GROUP:",
            "ALL",
            "ALL:",
            "GROUP:RELAY",
            "all:accept",
            "ACCEPT",
            "REJCT",
            "10 MB",
            "REJECT",
            "CONTINUE",
            "tls",
            "tls = \"on\"",
            "\"required\"",
            "553 no",
            "10.",
            "10.1-3",
            "/8",
            "2001:db8::",
            "::ffff:10.0.0.1/90",
            "-",
            "sbrs[",
            "]",
            "sbrs[-1:1]",
            "geo[de]",
            ".example.com",
            "user@example.com",
            "@",
            "[192.0.2.1]",
            "\ufeff",
            "\u0000",
            "ü",
            "\u2028",
            "\ud800",
            "0",
            "9999999999");

    @Test
    void scribbleIsReadOrRefused() {
        for (int seed = 0; seed < TEXTS; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            check(text.toString(), seed);
        }
    }

    @Test
    void spoiledTablesAreReadOrRefused() {
        for (int seed = 0; seed < TEXTS; seed++) {
            var tables = new RandomTables(seed % 100);
            var text = new StringBuilder(seed % 2 == 0 ? HatWriter.write(tables.hat()) : RatWriter.write(tables.rat()));
            var random = new Random(seed);
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                int from = random.nextInt(text.length() + 1);
                int to = Math.min(text.length(), from + random.nextInt(12));
                text.replace(from, to, random.nextBoolean() ? "" : PIECES.get(random.nextInt(PIECES.size())));
            }
            check(text.toString(), seed);
        }
    }

    private static void check(String text, int seed) {
        check(text, seed, HatReader::read, HatWriter::write);
        check(text, seed, RatReader::read, RatWriter::write);
    }

    private interface Reader<T> {
        Reading<T> read(String text, String file);
    }

    private static <T> void check(String text, int seed, Reader<T> reader, Function<T, String> writer) {
        T table;
        try {
            table = reader.read(text, "any.txt").value();
        } catch (SyntaxException e) {
            assertThat(e.problems())
                    .as("seed %d%n%s", seed, text)
                    .isNotEmpty()
                    .isSortedAccordingTo(
                            (a, b) -> a.origin().line() - b.origin().line());
            return;
        }
        String written = writer.apply(table);
        assertThat(reader.read(written, "any.txt").value())
                .as("seed %d%n%s%nwritten as%n%s", seed, text, written)
                .isEqualTo(table);
    }
}
