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
        MailLogFile log = append(path);
        log.begin();
        return log;
    }

    /** Opens what now has the name of the file; only one that is new begins as a log does. */
    static MailLogFile reopen(Path path) throws IOException {
        MailLogFile log = append(path);
        try {
            if (Files.size(path) == 0) {
                log.begin();
            }
            return log;
        } catch (IOException full) {
            log.close(); // it may be tried again at every signal
            throw full;
        }
    }

    private static MailLogFile append(Path path) throws IOException {
        return new MailLogFile(Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    private void begin() throws IOException {
        OffsetDateTime now = OffsetDateTime.now();
        for (String text : MailLog.of(AsyncOs.V14).opening(now.getOffset())) {
            write(LogStamp.line(now.toLocalDateTime(), text) + "\n");
        }
    }

    @Override
    public void write(String lines) throws IOException {
        file.write(lines.getBytes(StandardCharsets.UTF_8)); // straight to the system: the stream has no buffer
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
