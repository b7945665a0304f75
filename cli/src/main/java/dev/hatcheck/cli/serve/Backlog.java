package dev.hatcheck.cli.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written, handed over in batches.
 *
 * <p>To wake a thread costs more than to write a line. So only the first item of a batch wakes the thread that takes,
 * which then waits a moment for others to come. Safe for threads; one of them takes.
 */
final class Backlog<T> {
    /** The size at which a batch is handed over without waiting any longer. */
    static final int MANY = 4_096;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition begun = lock.newCondition();
    private final Condition gathered = lock.newCondition();
    private final int capacity;
    private final Duration moment;
    private List<T> waiting = new ArrayList<>();
    private long lost;
    private boolean ended;

    /**
     * With nothing in it.
     *
     * @param capacity how many items may wait
     * @param moment how long a batch gathers behind its first item
     */
    Backlog(int capacity, Duration moment) {
        this.capacity = capacity;
        this.moment = moment;
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
            long left = moment.toNanos();
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
