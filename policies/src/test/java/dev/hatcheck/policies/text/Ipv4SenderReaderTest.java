package dev.hatcheck.policies.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Plain addresses and blocks are read in one go as they are read in many. */
class Ipv4SenderReaderTest {
    @Test
    void whatIsPlainMeansTheSameAmongAllForms() {
        int plain = 0;
        for (int seed = 0; seed < 50_000; seed++) {
            var word = new Token(Token.Kind.WORD, scribble(new Random(seed)), 1, 1);
            var read = Ipv4SenderReader.plain(word.text());
            if (read.isPresent()) {
                var problems = new Problems("hat.txt");
                assertThat(new Ipv4RangeReader(problems).range(word, word.text()))
                        .as(word.text())
                        .isEqualTo(read);
                assertThat(problems.conclude(word.text()).warnings())
                        .as(word.text())
                        .isEmpty();
                plain++;
            }
        }
        assertThat(plain).isGreaterThan(1_000);
    }

    /** Octets and a prefix length, now and then too many, too few or too large. */
    private static String scribble(Random random) {
        var octets = List.of("0", "0", "0", "10", "128", "192", "255", "256", "00", "7");
        var text = new StringBuilder(octets.get(random.nextInt(octets.size())));
        for (int more = random.nextInt(8) == 0 ? random.nextInt(6) : 3; more > 0; more--) {
            text.append('.').append(octets.get(random.nextInt(octets.size())));
        }
        String slash = random.nextInt(10) == 0 ? "/0" : "/";
        return random.nextInt(4) == 0 ? text.toString() : text + slash + random.nextInt(40);
    }
}
