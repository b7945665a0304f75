package dev.hatcheck.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.cli.serve.Backlog.Batch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where the moment of a batch is an hour, whoever waits it out runs into the time limit. */
@Timeout(60)
class BacklogTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void whatWaitsIsHandedOverInTheOrderInWhichItCame() throws Exception {
        var backlog = new Backlog<Integer>(10, Duration.ZERO);
        List.of(3, 1, 2).forEach(backlog::add);
        assertThat(backlog.take()).isEqualTo(new Batch<>(List.of(3, 1, 2), 0, false));
        backlog.add(4);
        assertThat(backlog.take()).isEqualTo(new Batch<>(List.of(4), 0, false));
    }

    @Test
    void whatFindsNoRoomIsLostAndCountedForItsBatchAlone() throws Exception {
        var backlog = new Backlog<Integer>(3, Duration.ZERO);
        List.of(1, 2, 3, 4, 5).forEach(backlog::add);
        assertThat(backlog.take()).isEqualTo(new Batch<>(List.of(1, 2, 3), 2, false));
        backlog.add(6);
        assertThat(backlog.take()).isEqualTo(new Batch<>(List.of(6), 0, false));
    }

    @Test
    void theLastBatchHasWhatStillWaitedAndIsNotWaitedFor() throws Exception {
        var backlog = new Backlog<Integer>(10, HOUR);
        backlog.add(1);
        backlog.end();
        assertThat(backlog.take()).isEqualTo(new Batch<>(List.of(1), 0, true));
    }

    @Test
    void theLastBatchMayBeEmpty() throws Exception {
        var backlog = new Backlog<Integer>(10, HOUR);
        backlog.end();
        assertThat(backlog.take()).isEqualTo(new Batch<>(List.of(), 0, true));
    }

    @Test
    void theEndIsHeardWhileNothingIsThere() throws Exception {
        var backlog = new Backlog<Integer>(10, HOUR);
        FutureTask<Batch<Integer>> taken = takeUntil(Thread.State.WAITING, backlog);
        backlog.end();
        assertThat(taken.get()).isEqualTo(new Batch<>(List.of(), 0, true));
    }

    @Test
    void theEndIsHeardWhileABatchGathers() throws Exception {
        var backlog = new Backlog<Integer>(10, HOUR);
        backlog.add(1);
        FutureTask<Batch<Integer>> taken = takeUntil(Thread.State.TIMED_WAITING, backlog);
        backlog.add(2);
        backlog.end();
        assertThat(taken.get()).isEqualTo(new Batch<>(List.of(1, 2), 0, true));
    }

    @Test
    void manyAreABatchBeforeTheMomentIsOver() throws Exception {
        var backlog = new Backlog<Integer>(Backlog.MANY, HOUR);
        backlog.add(0);
        FutureTask<Batch<Integer>> taken = takeUntil(Thread.State.TIMED_WAITING, backlog);
        IntStream.range(1, Backlog.MANY).forEach(backlog::add);
        assertThat(taken.get().items()).hasSize(Backlog.MANY);
        assertThat(taken.get().isLast()).isFalse();
    }

    /** Takes on a thread of its own, and returns when that thread waits in such a way. */
    private static FutureTask<Batch<Integer>> takeUntil(Thread.State state, Backlog<Integer> backlog) {
        var taken = new FutureTask<>(backlog::take);
        Thread taker = Thread.ofPlatform().daemon().start(taken);
        while (taker.getState() != state) {
            Thread.onSpinWait();
        }
        return taken;
    }
}
