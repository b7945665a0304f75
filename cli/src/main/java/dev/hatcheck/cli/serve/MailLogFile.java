package dev.hatcheck.cli.serve;

import dev.hatcheck.engine.maillog.AsyncOs;
import dev.hatcheck.engine.maillog.LogStamp;
import dev.hatcheck.engine.maillog.MailLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;

/** A mail log in a file, behind what is there already. */
final class MailLogFile implements MailLogWriter.Target {
    private final OutputStream file;

    private MailLogFile(OutputStream file) {
        this.file = file;
    }

    /** Opens the file, or makes it, and writes the lines that a log begins with. */
    static MailLogFile open(Path path) throws IOException {
        var log = new MailLogFile(Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        OffsetDateTime now = OffsetDateTime.now();
        for (String text : MailLog.of(AsyncOs.V14).opening(now.getOffset())) {
            log.write(LogStamp.line(now.toLocalDateTime(), text) + "\n");
        }
        return log;
    }

    @Override
    public void write(String lines) throws IOException {
        file.write(lines.getBytes(StandardCharsets.UTF_8)); // straight to the system: the stream has no buffer
    }
}
