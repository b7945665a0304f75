package dev.hatcheck.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.maillog.AsyncOs;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.maillog.MailLog;
import dev.hatcheck.engine.maillog.Mid;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StampedLinesTest {
    private static final long QUARTER_TO_EIGHT =
            Instant.parse("2026-11-26T19:45:00Z").toEpochMilli();

    @Test
    void linesAreInTheOrderOfTheirEventsAndEachHasTheSecondOfItsOwn() {
        StampedLines lines = in(ZoneOffset.UTC);
        lines.add(QUARTER_TO_EIGHT, closed(1));
        lines.add(QUARTER_TO_EIGHT + 999, closed(2));
        lines.add(QUARTER_TO_EIGHT + 1_000, closed(3));
        assertThat(lines.take()).isEqualTo("""
                Thu Nov 26 19:45:00 2026 Info: ICID 1 close
                Thu Nov 26 19:45:00 2026 Info: ICID 2 close
                Thu Nov 26 19:45:01 2026 Info: ICID 3 close
                """);
    }

    @Test
    void anEventOfSeveralTextsHasALineForEach() {
        StampedLines lines = in(ZoneOffset.UTC);
        lines.add(QUARTER_TO_EIGHT, new MailEvent.MessageAborted(new Mid(7)));
        assertThat(lines.take()).isEqualTo("""
                Thu Nov 26 19:45:00 2026 Info: Message aborted MID 7 Receiving aborted
                Thu Nov 26 19:45:00 2026 Info: Message finished MID 7 aborted
                """);
    }

    @Test
    void aClockThatWasSetBackIsFollowed() {
        StampedLines lines = in(ZoneOffset.UTC);
        lines.add(QUARTER_TO_EIGHT, closed(1));
        lines.add(QUARTER_TO_EIGHT - 1, closed(2));
        assertThat(lines.take()).isEqualTo("""
                Thu Nov 26 19:45:00 2026 Info: ICID 1 close
                Thu Nov 26 19:44:59 2026 Info: ICID 2 close
                """);
    }

    @Test
    void timesAreThoseOfTheZoneAlsoWhenItsClocksAreChanged() {
        StampedLines lines = in(ZoneId.of("Europe/Berlin"));
        long lastOfSummer = Instant.parse("2026-10-25T00:59:59Z").toEpochMilli();
        lines.add(lastOfSummer, closed(1));
        lines.add(lastOfSummer + 1_000, closed(2));
        assertThat(lines.take()).isEqualTo("""
                Sun Oct 25 02:59:59 2026 Info: ICID 1 close
                Sun Oct 25 02:00:00 2026 Info: ICID 2 close
                """);
    }

    @Test
    void whatWasTakenIsNotThereAgain() {
        StampedLines lines = in(ZoneOffset.UTC);
        lines.add(QUARTER_TO_EIGHT, closed(1));
        lines.take();
        assertThat(lines.take()).isEmpty();
        lines.add(QUARTER_TO_EIGHT, closed(2));
        assertThat(lines.take()).isEqualTo("Thu Nov 26 19:45:00 2026 Info: ICID 2 close\n");
    }

    private static StampedLines in(ZoneId zone) {
        return new StampedLines(MailLog.of(AsyncOs.V14), () -> zone);
    }

    private static MailEvent closed(int icid) {
        return new MailEvent.Closed(new Icid(icid));
    }
}
