package dev.hatcheck.policies.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What readers warn of is what a loop over the lines finds, each with its place and all that it says. */
class WarningsOracleTest {
    private static final int TEXTS = 3_000;

    @Test
    void readersWarnOfAllThatIsDoubtfulInATextAndOfNothingElse() {
        for (long seed = 0; seed < TEXTS; seed++) {
            String hat = hat(seed);
            assertThat(HatReader.read(hat, NaiveDoubts.FILE).warnings().stream().map(WarningsOracleTest::shown))
                    .as("seed %d:%n%s", seed, hat)
                    .containsExactlyElementsOf(shown(NaiveDoubts.ofHat(hat)));
            String rat = rat(seed);
            assertThat(RatReader.read(rat, NaiveDoubts.FILE).warnings().stream().map(WarningsOracleTest::shown))
                    .as("seed %d:%n%s", seed, rat)
                    .containsExactlyElementsOf(shown(NaiveDoubts.ofRat(rat)));
        }
    }

    /** Else the agreement would say little; and a new kind of doubt has to be thought of here. */
    @Test
    void thereIsSomethingOfEveryKindToBeFound() {
        Map<String, Long> counts = LongStream.range(0, TEXTS)
                .boxed()
                .flatMap(seed ->
                        Stream.concat(NaiveDoubts.ofHat(hat(seed)).stream(), NaiveDoubts.ofRat(rat(seed)).stream()))
                .map(warning -> warning.doubt().getClass().getSimpleName())
                .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
        assertThat(counts)
                .containsOnlyKeys(Arrays.stream(Doubt.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList())
                .allSatisfy((kind, count) -> assertThat(count).as(kind).isGreaterThan(200));
    }

    private static List<String> shown(List<Warning> warnings) {
        return warnings.stream().map(WarningsOracleTest::shown).toList();
    }

    /** All of a warning in one text, as places are equal whatever they are. */
    private static String shown(Warning warning) {
        return warning.origin() + ":" + warning.column() + " " + warning.doubt();
    }

    private static String hat(long seed) {
        return text(new DrawnText(new Random(seed)).hat(), seed);
    }

    private static String rat(long seed) {
        return text(new DrawnText(new Random(~seed)).rat(), seed);
    }

    /** With the end of the last line, or without. */
    private static String text(List<String> lines, long seed) {
        return String.join("\n", lines) + (seed % 2 == 0 && !lines.isEmpty() ? "\n" : "");
    }
}
