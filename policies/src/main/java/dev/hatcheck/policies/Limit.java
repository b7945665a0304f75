package dev.hatcheck.policies;

/** An upper bound that may be absent. */
public sealed interface Limit {
    /** No bound at all. */
    Limit UNLIMITED = new Unlimited();

    /** A bound of {@code n}, inclusive. */
    static Limit atMost(long n) {
        return new AtMost(n);
    }

    /** Whether {@code n} is more than the bound allows. */
    boolean isExceededBy(long n);

    /** The bound, or so much if there is none. */
    long orElse(long unbounded);

    /** A bound: {@code n} itself is still allowed. */
    record AtMost(long n) implements Limit {
        public AtMost {
            if (n < 0) {
                throw new IllegalArgumentException("a limit is 0 or more, not " + n);
            }
        }

        @Override
        public boolean isExceededBy(long amount) {
            return amount > n;
        }

        @Override
        public long orElse(long unbounded) {
            return n;
        }
    }

    /** The absence of a bound. */
    record Unlimited() implements Limit {
        @Override
        public boolean isExceededBy(long amount) {
            return false;
        }

        @Override
        public long orElse(long unbounded) {
            return unbounded;
        }
    }
}
