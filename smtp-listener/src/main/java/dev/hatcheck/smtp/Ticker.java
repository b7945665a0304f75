package dev.hatcheck.smtp;

/**
 * The passing of time, for deadlines.
 *
 * <p>Safe for threads. Only differences between two readings mean anything.
 */
public interface Ticker {
    /** Nanoseconds that have passed since some moment. */
    long nanos();

    /**
     * Asks to hear when time was moved by hand.
     *
     * @param moved called after each move; may be called on any thread
     */
    default void onMove(Runnable moved) {}

    /** The machine's monotonic clock. */
    static Ticker system() {
        return System::nanoTime;
    }
}
