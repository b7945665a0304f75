package dev.hatcheck.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void aTerminalHasColoursAndAWidth() {
        assertThat(Terminal.of(Map.of("TERM", "xterm"), "132")).isEqualTo(new Terminal(132, true));
    }

    @Test
    void aFileHasNoColoursAndTheUsualWidth() {
        assertThat(Terminal.of(Map.of("TERM", "xterm"), "")).isEqualTo(new Terminal(80, false));
    }

    @Test
    void whoWantsNoColoursGetsNone() {
        assertThat(Terminal.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), "80").colour())
                .isFalse();
        assertThat(Terminal.of(Map.of("TERM", "dumb"), "80").colour()).isFalse();
    }

    @Test
    void theWidthOfAFileIsThatOfTheEnvironment() {
        assertThat(Terminal.of(Map.of("COLUMNS", "100"), "").width()).isEqualTo(100);
        assertThat(Terminal.of(Map.of("COLUMNS", "wide"), "").width()).isEqualTo(80);
    }

    @Test
    void noTerminalIsTooNarrowToReadOn() {
        assertThat(new Terminal(3, false).width()).isEqualTo(40);
    }
}
