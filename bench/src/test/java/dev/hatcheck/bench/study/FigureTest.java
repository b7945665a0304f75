package dev.hatcheck.bench.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void theMedianOfAnOddNumberOfRoundsIsTheOneInTheMiddle() {
        assertThat(Figure.of(3, 1, 9)).isEqualTo(new Figure(3, 1, 9));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Figure.of(4, 1, 2, 9).median()).isEqualTo(3);
    }

    @Test
    void aRatioShowsItsSpread() {
        assertThat(Figure.of(1.1, 1.05, 1.194).ratio()).isEqualTo("1.10 (1.05-1.19)");
    }
}
