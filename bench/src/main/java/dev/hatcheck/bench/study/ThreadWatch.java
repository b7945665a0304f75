package dev.hatcheck.bench.study;

import dev.hatcheck.bench.server.RunningServer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks now and then how many threads a server has, since those of connections are gone when a load is over. */
final class ThreadWatch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 50;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final AtomicInteger most = new AtomicInteger();

    private ThreadWatch() {}

    static ThreadWatch of(RunningServer server) {
        var watch = new ThreadWatch();
        watch.clock.scheduleAtFixedRate(
                () -> watch.most.accumulateAndGet(server.usage().threads(), Math::max),
                0,
                PERIOD_MILLIS,
                TimeUnit.MILLISECONDS);
        return watch;
    }

    /** The most seen. */
    int most() {
        return most.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
