package dev.hatcheck.engine.maillog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogStampTest {
    @Test
    void aLineBeginsWithTimeAndLevel() {
        assertThat(LogStamp.line(LocalDateTime.of(2026, 11, 24, 10, 3, 11, 999_999_999), "ICID 1 close"))
                .isEqualTo("Tue Nov 24 10:03:11 2026 Info: ICID 1 close");
    }

    @Test
    void aDayOfOneDigitIsPaddedWithABlank() {
        assertThat(LogStamp.line(LocalDateTime.of(2026, 9, 1, 0, 0), "")).isEqualTo("Tue Sep  1 00:00:00 2026 Info: ");
    }

    @Test
    void anyTimeIsWrittenAsAFormatterOfEnglishWouldWriteIt() {
        var english = DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH);
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            LocalDateTime at = LocalDateTime.ofEpochSecond(random.nextLong(4_000_000_000L), 0, ZoneOffset.UTC);
            assertThat(LogStamp.of(at)).isEqualTo(english.format(at) + " Info: ");
        }
    }
}
