package dev.hatcheck.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.policies.text.Warning;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What readers doubt is what a loop over the lines finds. */
class DoubtedOracleTest {
    private static final int TEXTS = 3_000;

    @Test
    void allThatIsDoubtfulInATextIsFoundAndNothingElse() {
        for (long seed = 0; seed < TEXTS; seed++) {
            List<String> hat = hat(seed);
            assertThat(found(HatReader.read(text(hat, seed), "drawn").warnings()))
                    .as("seed %d: %s", seed, hat)
                    .containsExactlyInAnyOrderElementsOf(NaiveDoubts.ofHat(hat));
            List<String> rat = rat(seed);
            assertThat(found(RatReader.read(text(rat, seed), "drawn").warnings()))
                    .as("seed %d: %s", seed, rat)
                    .containsExactlyInAnyOrderElementsOf(NaiveDoubts.ofRat(rat));
        }
    }

    /** Else the agreement would say little. */
    @Test
    void thereIsSomethingOfEveryKindToBeFound() {
        Map<String, Long> counts = LongStream.range(0, TEXTS)
                .boxed()
                .flatMap(seed ->
                        Stream.concat(NaiveDoubts.ofHat(hat(seed)).stream(), NaiveDoubts.ofRat(rat(seed)).stream()))
                .collect(Collectors.groupingBy(found -> found.replaceAll("^[0-9]+ ", ""), Collectors.counting()));
        assertThat(counts)
                .containsOnlyKeys(
                        "WARNING unknown-parameter",
                        "WARNING no-all",
                        "NOTE no-all",
                        "WARNING bits-behind-prefix",
                        "WARNING one-label",
                        "NOTE duplicate",
                        "WARNING duplicate",
                        "NOTE policy-not-defined",
                        "WARNING rejects-nobody")
                .allSatisfy((doubt, count) -> assertThat(count).as(doubt).isGreaterThan(200));
    }

    private static List<String> found(List<Warning> warnings) {
        return Doubted.findings(warnings).map(DoubtedOracleTest::shown).toList();
    }

    private static String shown(Finding finding) {
        return finding.where().line() + " " + finding.severity() + " "
                + finding.code().id();
    }

    private static List<String> hat(long seed) {
        return new DrawnText(new Random(seed)).hat();
    }

    private static List<String> rat(long seed) {
        return new DrawnText(new Random(~seed)).rat();
    }

    /** With the end of the last line, or without. */
    private static String text(List<String> lines, long seed) {
        return String.join("\n", lines) + (seed % 2 == 0 && !lines.isEmpty() ? "\n" : "");
    }
}
