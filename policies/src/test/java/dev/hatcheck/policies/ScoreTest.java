package dev.hatcheck.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {
    @ParameterizedTest
    @CsvSource({"5, 50", "-3.0, -30", "0.1, 1", "-0.1, -1", "-0, 0", "10.0, 100", "-10, -100", "07.5, 75"})
    void aScoreHasAtMostOneDecimal(String text, int tenths) {
        assertThat(Score.read(text)).contains(new Score(tenths));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "10.1", "-11", "1.25", "1.", ".5", "+1", "1e1", "none", "100", " 1", "\u0661"})
    void whatIsNoScoreIsNotRead(String text) {
        assertThat(Score.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-10.0", "-0.5", "0.0", "3.4", "10.0"})
    void aScoreReadsBackAsItIsWritten(String text) {
        assertThat(Score.read(text))
                .hasValueSatisfying(score -> assertThat(score).hasToString(text));
    }
}
