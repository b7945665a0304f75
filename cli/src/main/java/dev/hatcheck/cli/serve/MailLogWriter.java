package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.engine.maillog.AsyncOs;
import dev.hatcheck.engine.maillog.EventSink;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.maillog.MailLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes the mail log on a thread of its own, so that no connection waits for a disk.
 *
 * <p>A line is written within some milliseconds, together with those of that time. When the log cannot be written, that
 * is said once, and the gateway goes on without. Safe for threads.
 */
final class MailLogWriter implements EventSink, AutoCloseable {
    /**
     * Events that may wait.
     *
     * <p>Those beyond are lost, and counted. To wait for the disk would stop all clients as long as it hangs, which may
     * be for ever; to let events pile up would end the gateway for want of memory. What a log lacks can be said.
     */
    private static final int CAPACITY = 100_000;

    /** How long a batch gathers: so late is a line on its disk. */
    private static final Duration MOMENT = Duration.ofMillis(10);

    private static final long PATIENCE_MILLIS = 2_000;

    /** Where lines go. */
    @FunctionalInterface
    interface Target extends AutoCloseable {
        /** Writes lines, each with its line end, and keeps nothing back. */
        void write(String lines) throws IOException;

        /** What to write to after SIGHUP; nothing if that stays the same. */
        default Optional<Target> reopened() throws IOException {
            return Optional.empty();
        }

        /** Gives back what it holds. */
        @Override
        default void close() throws IOException {}
    }

    /** An event and when it happened, in milliseconds since 1970. */
    private record Happened(long at, MailEvent event) {}

    private final StampedLines lines;
    private final Backlog<Happened> backlog = new Backlog<>(CAPACITY, MOMENT);
    private final Clock clock;
    private final Diagnostics diagnostics;
    private final Thread thread = new Thread(this::run, "mail-log");
    private Target target;
    private boolean broken;
    private boolean toldOfBug;

    private MailLogWriter(MailLog log, Target target, Clock clock, Diagnostics diagnostics) {
        this.lines = new StampedLines(log, clock::getZone);
        this.clock = clock;
        this.target = target;
        this.diagnostics = diagnostics;
        thread.setDaemon(true);
    }

    /** Begins to write, with times by this clock and in its zone; the target is closed at the end. */
    static MailLogWriter start(AsyncOs release, Target target, Clock clock, Diagnostics diagnostics) {
        var writer = new MailLogWriter(MailLog.of(release), target, clock, diagnostics);
        writer.thread.start();
        return writer;
    }

    @Override
    public void tell(MailEvent event) {
        backlog.add(new Happened(clock.millis(), event));
    }

    /** Writes to what SIGHUP makes of its target from now on; if that fails, it goes on as before. */
    synchronized void reopen() throws IOException {
        Optional<Target> other = target.reopened();
        if (other.isPresent()) {
            closeTarget();
            target = other.get();
            broken = false;
        }
    }

    private void run() {
        try {
            writeBatches();
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void writeBatches() throws InterruptedException {
        Backlog.Batch<Happened> batch;
        do {
            batch = backlog.take();
            batch.items().forEach(this::add);
            if (!batch.items().isEmpty()) {
                write(lines.take());
            }
            tellLost(batch.lost());
        } while (!batch.isLast());
    }

    /** Adds what the log says of an event; of one that it stumbles over nothing, so that others are written. */
    private void add(Happened happened) {
        try {
            lines.add(happened.at(), happened.event());
        } catch (RuntimeException bug) {
            if (!toldOfBug) {
                diagnostics.tell("hatcheck: lines of the mail log are lost because of a bug; please report it: " + bug);
            }
            toldOfBug = true;
        }
    }

    private synchronized void write(String batch) {
        try {
            target.write(batch);
            broken = false;
        } catch (IOException | RuntimeException full) {
            if (!broken) {
                diagnostics.tell("hatcheck: the mail log cannot be written, so lines are lost: " + full.getMessage());
            }
            broken = true;
        }
    }

    private void tellLost(long count) {
        if (count > 0) {
            diagnostics.tell("hatcheck: the mail log could not keep up: " + count + " events are not in it");
        }
    }

    /** Closes its target, and a signal that comes late opens no other. */
    private synchronized void end() {
        closeTarget();
        target = lines -> {};
    }

    private void closeTarget() {
        try {
            target.close();
        } catch (IOException unwritten) {
            diagnostics.tell("hatcheck: the mail log could not be closed: " + unwritten.getMessage());
        }
    }

    /** Writes what waits, closes its target and stops; a disk that hangs is waited for two seconds at most. */
    @Override
    public void close() {
        backlog.end();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
