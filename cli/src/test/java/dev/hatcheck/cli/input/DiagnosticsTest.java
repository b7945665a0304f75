package dev.hatcheck.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
    @Test
    void whatActsOnATerminalIsShownInstead() {
        var err = new StringWriter();
        new Diagnostics(new PrintWriter(err)).tell("one \033[2J\u202e\u009b\ntwo");
        assertThat(err).hasToString("one \\u001b[2J\\u202e\\u009b\ntwo\n");
    }
}
