package dev.hatcheck.cli.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written, handed over in batches.
 *
 * <p>To wake a thread costs more than to write a line. So who takes is woken by the first of a batch alone, and lets others
 * gather behind it for a moment. Safe for threads; one of them takes.
 */
final class Backlog<T> {
    /** How long a batch gathers: so late is a log on its disk. */
    private static final long MOMENT = Duration.ofMillis(10).toNanos();

    /** As many are a batch already. */
    private static final int MANY = 4_096;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition begun = lock.newCondition();
    private final Condition gathered = lock.newCondition();
    private final int capacity;
    private List<T> waiting = new ArrayList<>();
    private long lost;
    private boolean ended;

    /** One that holds so many. */
    Backlog(int capacity) {
        this.capacity = capacity;
    }

    /**
     * What was handed over.
     *
     * @param items in the order in which they came
     * @param lost how many found no room since the batch before
     * @param isLast whether nothing more will come
     */
    record Batch<T>(List<T> items, long lost, boolean isLast) {}

    /** Adds to what waits, and never waits itself: without room the item is lost and counted. */
    void add(T item) {
        lock.lock();
        try {
            if (waiting.size() == capacity) {
                lost++;
                return;
            }
            waiting.add(item);
            if (waiting.size() == 1) {
                begun.signal();
            } else if (waiting.size() == MANY) {
                gathered.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a batch and takes it; the last one may be empty. */
    Batch<T> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() && !ended) {
                begun.await();
            }
            long left = MOMENT;
            while (waiting.size() < MANY && !ended && left > 0) {
                left = gathered.awaitNanos(left);
            }
            var batch = new Batch<>(waiting, lost, ended);
            waiting = new ArrayList<>();
            lost = 0;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will come. */
    void end() {
        lock.lock();
        try {
            ended = true;
            begun.signal();
            gathered.signal();
        } finally {
            lock.unlock();
        }
    }
}
