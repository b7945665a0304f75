package dev.hatcheck.policies;

import java.util.Optional;
import java.util.regex.Pattern;

/** A reputation score in tenths: {@code -100} to {@code 100} stand for -10.0 to 10.0. */
@Esa("UG912-4")
public record Score(int tenths) implements Comparable<Score> {
    private static final Pattern TEXT = Pattern.compile("(-?)([0-9]{1,2})(?:\\.([0-9]))?");

    public Score {
        if (tenths < -100 || tenths > 100) {
            throw new IllegalArgumentException("a score lies between -10.0 and 10.0");
        }
    }

    /** The score of a text with at most one decimal, as in {@code -3.0} or {@code 5}; nothing if it is none. */
    public static Optional<Score> read(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int decimal = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        int tenths = Integer.parseInt(matcher.group(2)) * 10 + decimal;
        return tenths > 100
                ? Optional.empty()
                : Optional.of(new Score(matcher.group(1).isEmpty() ? tenths : -tenths));
    }

    @Override
    public int compareTo(Score other) {
        return Integer.compare(tenths, other.tenths);
    }

    /** One decimal, as the log prints it: {@code -3.0}. */
    @Override
    public String toString() {
        int magnitude = Math.abs(tenths);
        return (tenths < 0 ? "-" : "") + magnitude / 10 + "." + magnitude % 10;
    }
}
