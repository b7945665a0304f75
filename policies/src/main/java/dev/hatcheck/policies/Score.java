package dev.hatcheck.policies;

/** A reputation score in tenths: {@code -100} to {@code 100} stand for -10.0 to 10.0. */
@Esa("UG912-4")
public record Score(int tenths) implements Comparable<Score> {
    public Score {
        if (tenths < -100 || tenths > 100) {
            throw new IllegalArgumentException("a score lies between -10.0 and 10.0");
        }
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
