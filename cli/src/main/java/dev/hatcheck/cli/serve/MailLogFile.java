package dev.hatcheck.cli.serve;

import dev.hatcheck.engine.maillog.AsyncOs;
import dev.hatcheck.engine.maillog.LogStamp;
import dev.hatcheck.engine.maillog.MailLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Collectors;

/** A mail log in a file, behind what is there already. */
final class MailLogFile implements MailLogWriter.Target {
    private final Path path;
    private final AsyncOs release;
    private final Clock clock;
    private final WholeLines file;

    private MailLogFile(Path path, AsyncOs release, Clock clock) throws IOException {
        this.path = path;
        this.release = release;
        this.clock = clock;
        boolean isTorn = endsInsideLine(path);
        this.file =
                new WholeLines(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND), isTorn);
    }

    /** Whether a full disk, or the end of an earlier run, has cut short the last line of a file that can be read. */
    private static boolean endsInsideLine(Path path) throws IOException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            return false; // nothing is there, or nothing that has an end, such as a pipe
        }
        try (var there = FileChannel.open(path, StandardOpenOption.READ)) {
            var last = ByteBuffer.allocate(1);
            return there.size() > 0 && there.read(last, there.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /** Opens the file, or makes it, and writes the lines that a log begins with. */
    static MailLogFile open(Path path, AsyncOs release, Clock clock) throws IOException {
        var log = new MailLogFile(path, release, clock);
        log.begin(true);
        return log;
    }

    /** The lines that a log begins with. */
    static String head(AsyncOs release, OffsetDateTime now) {
        return MailLog.of(release).opening(now.getOffset()).stream()
                .map(text -> LogStamp.line(now.toLocalDateTime(), text) + "\n")
                .collect(Collectors.joining());
    }

    /** Opens what now has the name of the file; only one that is new begins as a log does. */
    @Override
    public Optional<MailLogWriter.Target> reopened() throws IOException {
        var log = new MailLogFile(path, release, clock);
        log.begin(false);
        return Optional.of(log);
    }

    private void begin(boolean isStart) throws IOException {
        try {
            if (isStart || Files.size(path) == 0) {
                write(head(release, OffsetDateTime.now(clock)));
            }
        } catch (IOException full) {
            close(); // it may be tried again at every signal
            throw full;
        }
    }

    @Override
    public void write(String lines) throws IOException {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        file.write(bytes, 0, bytes.length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
