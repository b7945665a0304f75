package dev.hatcheck.smtp;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands still until a test moves it. */
final class HeldTime implements Ticker {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L); // about to overflow
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void move(Duration ahead) {
        nanos.addAndGet(ahead.toNanos());
        listeners.forEach(Runnable::run);
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void onMove(Runnable moved) {
        listeners.add(moved);
    }
}
