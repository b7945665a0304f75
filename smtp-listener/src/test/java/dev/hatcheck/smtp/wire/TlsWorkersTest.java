package dev.hatcheck.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.smtp.Onlooker;
import dev.hatcheck.smtp.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who does the arithmetic of a handshake. */
class TlsWorkersTest {
    @Test
    void theLoopDoesATaskItselfIfItHasTime() throws Exception {
        assertThat(whoDoesATask(true)).isSameAs(Thread.currentThread());
    }

    @Test
    void anotherThreadDoesItOtherwise() throws Exception {
        assertThat(whoDoesATask(false)).isNotSameAs(Thread.currentThread());
    }

    private static Thread whoDoesATask(boolean loopTakesOn) throws Exception {
        var by = new CompletableFuture<Thread>();
        try (var workers = workers(loopTakesOn)) {
            workers.run(() -> by.complete(Thread.currentThread()));
            return by.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aTaskThatFailsFailsAlikeInBothPlaces() {
        for (boolean loopTakesOn : List.of(true, false)) {
            try (var workers = workers(loopTakesOn)) {
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
    void theLoopTakesOnTheFirstOfEachTurn() throws Exception {
        var inOneTurn = new CompletableFuture<List<Boolean>>();
        var inTheNext = new CompletableFuture<Boolean>();
        try (var loop = EventLoop.start("test", Ticker.system(), Onlooker.nobody())) {
            loop.execute(() -> {
                loop.execute(() -> inTheNext.complete(loop.takeOn()));
                inOneTurn.complete(Stream.generate(loop::takeOn)
                        .limit(EventLoop.ARITHMETIC + 1)
                        .toList());
            });
            assertThat(inOneTurn.get(10, TimeUnit.SECONDS))
                    .startsWith(true)
                    .endsWith(false)
                    .containsOnlyOnce(false);
            assertThat(inTheNext.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static TlsWorkers workers(boolean loopTakesOn) {
        return new TlsWorkers(
                "test",
                () -> {
                    throw new AssertionError("nobody asks for the certificate here");
                },
                () -> loopTakesOn);
    }
}
