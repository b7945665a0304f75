package dev.hatcheck.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.MailEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MailLogWriterTest {
    private final StringWriter told = new StringWriter();
    private final Diagnostics diagnostics = new Diagnostics(new PrintWriter(told));

    @Test
    void everythingIsWrittenInOrderBeforeItEnds() {
        var written = new StringBuffer();
        try (var log = MailLogWriter.start(written::append, diagnostics)) {
            for (int i = 1; i <= 10_000; i++) {
                log.tell(new MailEvent.Closed(new Icid(i)));
            }
        }
        assertThat(written.toString().lines()).hasSize(10_000).last().asString().endsWith(" Info: ICID 10000 close");
    }

    @Test
    void aDiskThatIsFullIsToldOnceAndStopsNobody() {
        MailLogWriter.Target full = lines -> {
            throw new IOException("No space left on device");
        };
        try (var log = MailLogWriter.start(full, diagnostics)) {
            for (int i = 1; i <= 10_000; i++) {
                log.tell(new MailEvent.Closed(new Icid(i)));
            }
        }
        assertThat(told.toString().lines())
                .containsExactly(
                        "hatcheck: the mail log cannot be written, so lines are lost: No space left on device");
    }
}
