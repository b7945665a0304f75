package dev.hatcheck.engine.maillog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
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
}
