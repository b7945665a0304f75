package dev.hatcheck.cli.serve;

import dev.hatcheck.engine.maillog.LogStamp;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.maillog.MailLog;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Gathers the lines of events. Thousands of them share a second, so its stamp is made once. */
final class StampedLines {
    private final MailLog log;
    private final Supplier<ZoneId> zone;
    private final StringBuilder gathered = new StringBuilder();
    private long second = Long.MIN_VALUE;
    private String stamp = "";

    /** Without lines yet; times are told as they are in the zone, which is asked for when there are any. */
    StampedLines(MailLog log, Supplier<ZoneId> zone) {
        this.log = log;
        this.zone = zone;
    }

    /** Adds the lines of an event that happened so many milliseconds after 1970. */
    void add(long at, MailEvent event) {
        for (String text : log.lines(event)) {
            gathered.append(stamp(at)).append(text).append('\n');
        }
    }

    private String stamp(long at) {
        long secondOfEvent = Math.floorDiv(at, 1000);
        if (secondOfEvent != second) {
            second = secondOfEvent;
            stamp = LogStamp.of(LocalDateTime.ofInstant(Instant.ofEpochSecond(second), zone.get()));
        }
        return stamp;
    }

    /** The lines that were gathered, each with its line end; none are left. */
    String take() {
        String lines = gathered.toString();
        gathered.setLength(0);
        return lines;
    }
}
