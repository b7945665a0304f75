package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.engine.maillog.AsyncOs;
import dev.hatcheck.engine.maillog.EventSink;
import dev.hatcheck.engine.maillog.LogStamp;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.maillog.MailLog;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Writes the mail log on a thread of its own, so that no connection waits for a disk.
 *
 * <p>Each line is handed on as soon as nobody is before it. When the log cannot be written, that is said once, and
 * the gateway goes on without. Safe for threads.
 */
final class MailLogWriter implements EventSink, AutoCloseable {
    /**
     * Events that may wait.
     *
     * <p>Those beyond are lost, and counted. To wait for the disk would stop all clients as long as it hangs, which may
     * be for ever; to let events pile up would end the gateway for want of memory. What a log lacks can be said.
     */
    private static final int CAPACITY = 100_000;

    private static final long PATIENCE_MILLIS = 2_000;

    /** Where lines go. */
    @FunctionalInterface
    interface Target {
        /** Writes lines, each with its line end, and keeps nothing back. */
        void write(String lines) throws IOException;

        /** What to write to after SIGHUP; nothing if that stays the same. */
        default Optional<Target> reopened() throws IOException {
            return Optional.empty();
        }

        /** Gives back what it holds. */
        default void close() throws IOException {}
    }

    /** An event and when it happened; the end has no event. */
    private record Happened(LocalDateTime at, Optional<MailEvent> event) {
        static Happened now(Optional<MailEvent> event) {
            return new Happened(LocalDateTime.now(), event);
        }
    }

    private final MailLog log;
    private final BlockingQueue<Happened> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong lost = new AtomicLong();
    private final Diagnostics diagnostics;
    private final Thread thread = new Thread(this::run, "mail-log");
    private Target target;
    private boolean broken;
    private boolean toldOfBug;

    private MailLogWriter(MailLog log, Target target, Diagnostics diagnostics) {
        this.log = log;
        this.target = target;
        this.diagnostics = diagnostics;
        thread.setDaemon(true);
    }

    /** Begins to write. */
    static MailLogWriter start(AsyncOs release, Target target, Diagnostics diagnostics) {
        var writer = new MailLogWriter(MailLog.of(release), target, diagnostics);
        writer.thread.start();
        return writer;
    }

    @Override
    public void tell(MailEvent event) {
        if (!waiting.offer(Happened.now(Optional.of(event)))) {
            lost.incrementAndGet();
        }
    }

    /** Writes there from now on, and closes what it wrote to before. */
    synchronized void redirect(Target other) {
        closeTarget();
        target = other;
        broken = false;
    }

    private void run() {
        var batch = new ArrayList<Happened>();
        boolean ended = false;
        while (!ended) {
            try {
                batch.add(waiting.take());
            } catch (InterruptedException nobodyDoesThat) {
                return;
            }
            waiting.drainTo(batch);
            ended = batch.stream().anyMatch(happened -> happened.event().isEmpty());
            write(batch);
            batch.clear();
            tellLost();
        }
    }

    private synchronized void write(List<Happened> batch) {
        String lines = batch.stream().map(this::lines).collect(Collectors.joining());
        try {
            target.write(lines);
            broken = false;
        } catch (IOException | RuntimeException full) {
            if (!broken) {
                diagnostics.tell("hatcheck: the mail log cannot be written, so lines are lost: " + full.getMessage());
            }
            broken = true;
        }
    }

    /** What the log says of an event; nothing of one that it stumbles over, since those behind it are to be written. */
    private String lines(Happened happened) {
        try {
            return happened.event().stream()
                    .flatMap(event -> log.lines(event).stream())
                    .map(text -> LogStamp.line(happened.at(), text) + "\n")
                    .collect(Collectors.joining());
        } catch (RuntimeException bug) {
            if (!toldOfBug) {
                diagnostics.tell("hatcheck: lines of the mail log are lost because of a bug; please report it: " + bug);
            }
            toldOfBug = true;
            return "";
        }
    }

    private void tellLost() {
        long count = lost.getAndSet(0);
        if (count > 0) {
            diagnostics.tell("hatcheck: the mail log could not keep up: " + count + " events are not in it");
        }
    }

    private void closeTarget() {
        try {
            target.close();
        } catch (IOException unwritten) {
            diagnostics.tell("hatcheck: the mail log could not be closed: " + unwritten.getMessage());
        }
    }

    /** Writes what waits and stops. */
    @Override
    public void close() {
        try {
            if (waiting.offer(Happened.now(Optional.empty()), PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                thread.join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
