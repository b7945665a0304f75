package dev.hatcheck.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    @Test
    void whatActsOnATerminalIsShownInstead() {
        var err = new StringWriter();
        new Diagnostics(new PrintWriter(err)).tell("one \033[2J\u202e\u009b");
        assertThat(err).hasToString("one \\x1b[2J\\u202e\\x9b\n");
    }

    @Test
    void aLineBreakOfAUserMakesNoLineOfOurs() {
        var err = new StringWriter();
        new Diagnostics(new PrintWriter(err)).tell(List.of("one\r\nhatcheck: all is well", "two"));
        assertThat(err).hasToString("one\\r\\nhatcheck: all is well\ntwo\n");
    }
}
