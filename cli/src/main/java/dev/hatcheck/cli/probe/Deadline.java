package dev.hatcheck.cli.probe;

import dev.hatcheck.smtp.Ticker;
import java.time.Duration;

/** When a check must be at its end. Safe for threads. */
final class Deadline {
    private final Ticker ticker;
    private final long end;

    private Deadline(Ticker ticker, long end) {
        this.ticker = ticker;
        this.end = end;
    }

    /** So long from now. */
    static Deadline in(Duration time, Ticker ticker) {
        return new Deadline(ticker, ticker.nanos() + time.toNanos());
    }

    /** What is left, which is nothing when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - ticker.nanos()));
    }
}
