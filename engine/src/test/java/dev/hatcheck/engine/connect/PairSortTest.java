package dev.hatcheck.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs of numbers, sorted as a list of them is. */
class PairSortTest {
    private record Pair(long upper, long lower) {}

    private static final Comparator<Pair> ORDER =
            Comparator.comparingLong(Pair::upper).thenComparingLong(Pair::lower);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 1023, 1024, 1025, 8191, 8192, 8193, 100_000})
    void soManyPairsComeInOrder(int count) {
        var random = new Random(count);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // few upper halves, so that lower ones decide and pairs repeat; half of all below 0
            pairs.add(
                    new Pair(random.nextInt(-3, 3), random.nextBoolean() ? random.nextLong() : random.nextInt(-9, 9)));
        }
        assertThat(sorted(pairs)).isEqualTo(pairs.stream().sorted(ORDER).toList());
    }

    @Test
    void whatIsInOrderAlreadyStaysAndWhatIsTheOtherWayAroundIsTurned() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            pairs.add(new Pair(i / 7, i));
        }
        assertThat(sorted(pairs)).isEqualTo(pairs);
        assertThat(sorted(pairs.reversed())).isEqualTo(pairs);
    }

    private static List<Pair> sorted(List<Pair> pairs) {
        long[] numbers = new long[2 * pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            numbers[2 * i] = pairs.get(i).upper();
            numbers[2 * i + 1] = pairs.get(i).lower();
        }
        long[] sorted = PairSort.sorted(numbers);
        List<Pair> out = new ArrayList<>();
        for (int i = 0; i < sorted.length; i += 2) {
            out.add(new Pair(sorted[i], sorted[i + 1]));
        }
        return out;
    }
}
