package dev.hatcheck.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.smtp.Onlooker;
import dev.hatcheck.smtp.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who does the arithmetic of a handshake. */
class TlsWorkersTest {
    @Test
    void theLoopDoesATaskItselfIfItHasTime() {
        var by = new CompletableFuture<Thread>();
        try (var workers = workers(true)) {
            workers.run(() -> by.complete(Thread.currentThread())).join();
        }
        assertThat(by.join()).isSameAs(Thread.currentThread());
    }

    @Test
    void anotherThreadDoesItOtherwise() {
        var by = new CompletableFuture<Thread>();
        try (var workers = workers(false)) {
            workers.run(() -> by.complete(Thread.currentThread())).join();
        }
        assertThat(by.join()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void aTaskThatFailsFailsAlikeInBothPlaces() {
        for (boolean loopHasTime : List.of(true, false)) {
            try (var workers = workers(loopHasTime)) {
                assertThat(workers.run(() -> {
                            throw new IllegalStateException("bad key");
                        }))
                        .failsWithin(Duration.ofSeconds(10))
                        .withThrowableThat()
                        .withMessageContaining("bad key");
            }
        }
    }

    @Test
    void theLoopHasTimeForTheFirstOfEachTurn() throws Exception {
        var inOneTurn = new CompletableFuture<List<Boolean>>();
        var inTheNext = new CompletableFuture<Boolean>();
        try (var loop = EventLoop.start("test", Ticker.system(), Onlooker.nobody())) {
            loop.execute(() -> {
                loop.execute(() -> inTheNext.complete(loop.hasTime()));
                inOneTurn.complete(Stream.generate(loop::hasTime)
                        .limit(EventLoop.ARITHMETIC + 1)
                        .toList());
            });
            assertThat(inOneTurn.join()).startsWith(true).endsWith(false).containsOnlyOnce(false);
            assertThat(inTheNext.join()).isTrue();
        }
    }

    private static TlsWorkers workers(boolean loopHasTime) {
        return new TlsWorkers(
                "test",
                () -> {
                    throw new AssertionError("nobody asks for the certificate here");
                },
                () -> loopHasTime);
    }
}
