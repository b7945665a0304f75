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
import java.util.stream.Collectors;

/**
 * Writes the mail log on a thread of its own, so that no connection waits for a disk.
 *
 * <p>Each line is handed on as soon as nobody is before it. When the log cannot be written, that is said once, and
 * the gateway goes on without.
 */
final class MailLogWriter implements EventSink, AutoCloseable {
    /** Events that may wait; only when a disk falls that far behind does the gateway wait for it. */
    private static final int CAPACITY = 100_000;

    private static final long PATIENCE_MILLIS = 2_000;

    /** Where lines go. */
    @FunctionalInterface
    interface Target {
        /** Writes lines, each with its line end, and keeps nothing back. */
        void write(String lines) throws IOException;
    }

    /** An event and when it happened; the end has no event. */
    private record Happened(LocalDateTime at, Optional<MailEvent> event) {
        static Happened now(Optional<MailEvent> event) {
            return new Happened(LocalDateTime.now(), event);
        }
    }

    private final MailLog log = MailLog.of(AsyncOs.V14);
    private final BlockingQueue<Happened> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final Target target;
    private final Diagnostics diagnostics;
    private final Thread thread = new Thread(this::run, "mail-log");
    private boolean broken;

    private MailLogWriter(Target target, Diagnostics diagnostics) {
        this.target = target;
        this.diagnostics = diagnostics;
        thread.setDaemon(true);
    }

    /** Begins to write. */
    static MailLogWriter start(Target target, Diagnostics diagnostics) {
        var writer = new MailLogWriter(target, diagnostics);
        writer.thread.start();
        return writer;
    }

    @Override
    public void tell(MailEvent event) {
        put(Happened.now(Optional.of(event)));
    }

    private void put(Happened happened) {
        try {
            waiting.put(happened);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
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
        }
    }

    private void write(List<Happened> batch) {
        String lines = batch.stream()
                .flatMap(happened -> happened.event().stream()
                        .flatMap(event -> log.lines(event).stream())
                        .map(text -> LogStamp.line(happened.at(), text) + "\n"))
                .collect(Collectors.joining());
        try {
            target.write(lines);
            broken = false;
        } catch (IOException full) {
            if (!broken) {
                diagnostics.tell("hatcheck: the mail log cannot be written, so lines are lost: " + full.getMessage());
            }
            broken = true;
        }
    }

    /** Writes what waits and stops. */
    @Override
    public void close() {
        put(Happened.now(Optional.empty()));
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
