package dev.hatcheck.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.maillog.AsyncOs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailLogFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T19:45:00Z"), ZoneOffset.ofHours(-6));
    private static final String HEAD = """
            Thu Nov 26 13:45:00 2026 Info: Begin Logfile
            Thu Nov 26 13:45:00 2026 Info: Version: 14.0.0-698 SN: HATCHECK-NOT-AN-APPLIANCE
            Thu Nov 26 13:45:00 2026 Info: Time offset from UTC: -21600 seconds
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFile() {
        file = folder.resolve("mail.log");
    }

    @Test
    void aLogBeginsBehindWhatIsThere() throws IOException {
        Files.writeString(file, "older\n");
        try (MailLogWriter.Target log = open()) {
            log.write("a line\n");
        }
        assertThat(file).hasContent("older\n" + HEAD + "a line\n");
    }

    @Test
    void aLineThatAnEarlierRunDidNotEndIsNotContinued() throws IOException {
        Files.writeString(file, "older\nhalf a li");
        open().close();
        assertThat(file).hasContent("older\nhalf a li\n" + HEAD);
    }

    @Test
    void norIsOneThatIsFoundWhenTheFileIsOpenedAgain() throws IOException {
        try (MailLogWriter.Target before = open()) {
            Files.writeString(file, "half a li", StandardOpenOption.APPEND);
            try (MailLogWriter.Target log = before.reopened().orElseThrow()) {
                log.write("a line\n");
            }
        }
        assertThat(file).hasContent(HEAD + "half a li\na line\n");
    }

    @Test
    void oneThatIsNewAfterASignalBeginsAsALogDoes() throws IOException {
        try (MailLogWriter.Target before = open()) {
            Files.move(file, folder.resolve("mail.log.1"));
            before.reopened().orElseThrow().close();
        }
        assertThat(file).hasContent(HEAD);
    }

    private MailLogWriter.Target open() throws IOException {
        return MailLogFile.open(file, AsyncOs.V14, CLOCK);
    }
}
