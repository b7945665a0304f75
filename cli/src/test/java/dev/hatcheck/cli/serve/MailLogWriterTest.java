package dev.hatcheck.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.engine.maillog.AsyncOs;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.MailEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MailLogWriterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T19:45:00Z"), ZoneOffset.UTC);

    private final StringWriter told = new StringWriter();
    private final Diagnostics diagnostics = new Diagnostics(new PrintWriter(told));

    @Test
    void everythingIsWrittenInOrderBeforeItEnds() {
        var written = new StringBuffer();
        try (var log = MailLogWriter.start(AsyncOs.V14, written::append, CLOCK, diagnostics)) {
            for (int i = 1; i <= 10_000; i++) {
                log.tell(new MailEvent.Closed(new Icid(i)));
            }
        }
        assertThat(written.toString().lines()).hasSize(10_000).last().asString().endsWith(" Info: ICID 10000 close");
    }

    @Test
    void aLineHasTheTimeAtWhichItsEventWasTold() {
        var now = new AtomicLong();
        InstantSource ticking = () -> Instant.ofEpochSecond(now.getAndIncrement());
        var written = new StringBuffer();
        Clock clock = ticking.withZone(ZoneId.of("America/Chicago"));
        try (var log = MailLogWriter.start(AsyncOs.V14, written::append, clock, diagnostics)) {
            log.tell(new MailEvent.Closed(new Icid(1)));
            log.tell(new MailEvent.Closed(new Icid(2)));
        }
        assertThat(written).hasToString("""
                Wed Dec 31 18:00:00 1969 Info: ICID 1 close
                Wed Dec 31 18:00:01 1969 Info: ICID 2 close
                """);
    }

    @Test
    void aDiskThatIsFullIsToldOnceAndStopsNobody() {
        MailLogWriter.Target full = lines -> {
            throw new IOException("No space left on device");
        };
        try (var log = MailLogWriter.start(AsyncOs.V14, full, CLOCK, diagnostics)) {
            for (int i = 1; i <= 10_000; i++) {
                log.tell(new MailEvent.Closed(new Icid(i)));
            }
        }
        assertThat(told.toString().lines())
                .containsExactly(
                        "hatcheck: the mail log cannot be written, so lines are lost: No space left on device");
    }

    @Test
    void aTargetWithABugDoesNotEndIt() {
        var written = new StringBuffer();
        MailLogWriter.Target fragile = lines -> {
            if (written.isEmpty()) {
                written.append("begun\n");
                throw new IllegalStateException("oops");
            }
            written.append(lines);
        };
        try (var log = MailLogWriter.start(AsyncOs.V14, fragile, CLOCK, diagnostics)) {
            log.tell(new MailEvent.Closed(new Icid(1)));
            while (written.isEmpty()) {
                Thread.onSpinWait();
            }
            log.tell(new MailEvent.Closed(new Icid(2)));
        }
        assertThat(written.toString()).endsWith(" Info: ICID 2 close\n");
        assertThat(told).hasToString("hatcheck: the mail log cannot be written, so lines are lost: oops\n");
    }

    @Test
    void anEventThatItStumblesOverIsToldOnceAndCostsNoOther() {
        var written = new StringBuffer();
        try (var log = MailLogWriter.start(AsyncOs.V14, written::append, CLOCK, diagnostics)) {
            log.tell(new MailEvent.Connected(new Icid(9), "127.0.0.1", null));
            log.tell(new MailEvent.Closed(new Icid(1)));
            log.tell(new MailEvent.Connected(new Icid(9), "127.0.0.1", null));
            log.tell(new MailEvent.Closed(new Icid(2)));
        }
        assertThat(written.toString().lines()).hasSize(2);
        assertThat(told.toString().lines()).singleElement().asString().contains("because of a bug");
    }

    @Test
    void aDiskThatHangsStopsNobodyAndWhatIsLostIsCounted() throws InterruptedException {
        var hanging = new CountDownLatch(1);
        var written = new StringBuffer();
        try (var log = MailLogWriter.start(AsyncOs.V14, lines -> write(lines, written, hanging), CLOCK, diagnostics)) {
            for (int i = 1; i <= 300_000; i++) {
                log.tell(new MailEvent.Closed(new Icid(i)));
            }
            hanging.countDown();
        }
        long lost = 300_000 - written.toString().lines().count();
        assertThat(lost).isPositive();
        assertThat(told).hasToString("hatcheck: the mail log could not keep up: " + lost + " events are not in it\n");
    }

    private static void write(String lines, StringBuffer written, CountDownLatch hanging) {
        try {
            hanging.await();
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
        written.append(lines);
    }

    @Test
    void aTargetThatIsReplacedIsClosedAndSoIsTheOtherAtTheEnd() throws IOException {
        var second = new Recording(Optional.empty());
        var first = new Recording(Optional.of(second));
        try (var log = MailLogWriter.start(AsyncOs.V14, first, CLOCK, diagnostics)) {
            log.reopen();
            assertThat(first.closed).isTrue();
            assertThat(second.closed).isFalse();
            log.tell(new MailEvent.Closed(new Icid(1)));
        }
        assertThat(first.written).isEmpty();
        assertThat(second.written.toString()).endsWith(" Info: ICID 1 close\n");
        assertThat(second.closed).isTrue();
    }

    @Test
    void aSignalThatComesAfterTheEndOpensNothing() throws IOException {
        var late = new Recording(Optional.empty());
        var first = new Recording(Optional.of(late));
        var log = MailLogWriter.start(AsyncOs.V14, first, CLOCK, diagnostics);
        log.close();
        log.reopen();
        assertThat(first.reopenings).isZero();
        assertThat(told).hasToString("");
    }

    @Test
    void aTargetIsClosedAlsoWhenTheWriterIsInterrupted() throws InterruptedException {
        var closed = new CountDownLatch(1);
        var log = MailLogWriter.start(AsyncOs.V14, new Interrupting(closed), CLOCK, diagnostics);
        log.tell(new MailEvent.Closed(new Icid(1)));
        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Interrupts the writer, which nobody does. */
    private record Interrupting(CountDownLatch closed) implements MailLogWriter.Target {
        @Override
        public void write(String lines) {
            Thread.currentThread().interrupt();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static final class Recording implements MailLogWriter.Target {
        private final Optional<MailLogWriter.Target> next;
        private final StringBuffer written = new StringBuffer();
        private volatile boolean closed;
        private volatile int reopenings;

        private Recording(Optional<MailLogWriter.Target> next) {
            this.next = next;
        }

        @Override
        public Optional<MailLogWriter.Target> reopened() {
            reopenings++;
            return next;
        }

        @Override
        public void write(String lines) {
            written.append(lines);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
