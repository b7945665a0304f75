package dev.hatcheck.bench;

import dev.hatcheck.engine.maillog.AsyncOs;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.LogStamp;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.maillog.MailLog;
import dev.hatcheck.engine.maillog.Mid;
import dev.hatcheck.engine.maillog.Rid;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What the mail log costs beside the conversation: the lines of one ordinary message, and the stamp before a line. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MailLogBenchmark {
    private static final Mid MID = new Mid(2);
    private static final Icid ICID = new Icid(1);

    private final MailLog log = MailLog.of(AsyncOs.V14);
    private final List<MailEvent> message = List.of(
            new MailEvent.MessageStarted(MID, ICID),
            new MailEvent.SenderGiven(MID, ICID, "<sender@client.example>"),
            new MailEvent.RecipientGiven(MID, ICID, new Rid(0), "<rcpt@mail.example>"),
            new MailEvent.MessageIdRead(MID, "<20261124100311.1@client.example>"),
            new MailEvent.SubjectRead(MID, "a message of a certain size"),
            new MailEvent.Ready(MID, 4_096, "<sender@client.example>"));
    private final MailEvent hostileSubject = new MailEvent.SubjectRead(MID, "\u0001\u00c3\u00a4\\".repeat(500));
    private final LocalDateTime at = LocalDateTime.of(2026, 11, 24, 10, 3, 11);

    /** The six lines of a message. */
    @Benchmark
    public void linesOfAMessage(Blackhole read) {
        for (MailEvent event : message) {
            read.consume(log.lines(event));
        }
    }

    /** The same with their stamps, as they stand in a file. */
    @Benchmark
    public void stampedLinesOfAMessage(Blackhole written) {
        for (MailEvent event : message) {
            for (String text : log.lines(event)) {
                written.consume(LogStamp.line(at, text));
            }
        }
    }

    /** A subject of which every character has to be escaped. */
    @Benchmark
    public List<String> lineOfAHostileSubject() {
        return log.lines(hostileSubject);
    }
}
