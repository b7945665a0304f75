package dev.hatcheck.bench.study;

import java.util.Arrays;
import java.util.Locale;

/**
 * What the rounds of a measurement came to.
 *
 * @param median of all rounds
 * @param least of them
 * @param most of them
 */
record Figure(double median, double least, double most) {
    /** The figure of at least one round. */
    static Figure of(double... rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Figure(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Rounded to a whole number. */
    String rounded() {
        return String.format(Locale.ROOT, "%,.0f", median);
    }

    /** A ratio with its spread: {@code 1.10 (1.05-1.19)}. */
    String ratio() {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", median, least, most);
    }
}
