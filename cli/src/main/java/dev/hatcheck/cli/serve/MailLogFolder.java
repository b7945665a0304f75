package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.engine.maillog.AsyncOs;
import dev.hatcheck.policies.Assumed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A mail log in a folder, in files that are named as the appliance names them.
 *
 * <pre>
 *   mail.@20261126T194500.s    has reached its size, or was left behind by an earlier run
 *   mail.@20261126T201203.c    is written to
 *   mail.current               leads to it
 * </pre>
 *
 * <p>The time in a name is that of the file's beginning, or a later second, so that names are in the order of files
 * whatever the clock does. A line is in one file, and whole; only a disk that gets full may cut one short, and then the
 * next begins on a line of its own. When something goes wrong with a roll-over, that is told once, and lines go on into
 * the file that there is.
 *
 * <p>Not safe for threads, but for {@link #reopened}.
 */
final class MailLogFolder implements MailLogWriter.Target {
    /** What holds where nothing else is said. */
    @Assumed("that an appliance keeps 10 files of 10 MB is told, but in no document that was found")
    static final Bounds USUAL = new Bounds(10 << 20, 10);

    /**
     * How much is kept.
     *
     * @param bytes how long a file may get, unless a single line is longer
     * @param files how many files, the current one included; 0 for all
     */
    record Bounds(long bytes, int files) {}

    private final LogFiles files;
    private final AsyncOs release;
    private final Bounds bounds;
    private final Clock clock;
    private final Diagnostics diagnostics;
    private LocalDateTime last = LocalDateTime.MIN;
    private CurrentLog current;
    private boolean toldOfTrouble;
    private volatile boolean doubted;

    private MailLogFolder(LogFiles files, AsyncOs release, Bounds bounds, Clock clock, Diagnostics diagnostics)
            throws IOException {
        this.files = files;
        this.release = release;
        this.bounds = bounds;
        this.clock = clock;
        this.diagnostics = diagnostics;
        this.current = begin();
    }

    /**
     * Begins a file in the folder, which is made if need be, and closes what an earlier run has left behind.
     *
     * @throws IOException if there can be no file, or another gateway has one there
     */
    static MailLogFolder open(Path folder, AsyncOs release, Bounds bounds, Clock clock, Diagnostics diagnostics)
            throws IOException {
        var files = new LogFiles(folder);
        files.makeFolder();
        List<LogFileName> left = files.current();
        for (LogFileName name : left) {
            if (CurrentLog.isHeld(files.at(name))) {
                throw new IOException("another gateway keeps its log there");
            }
        }
        var log = new MailLogFolder(files, release, bounds, clock, diagnostics);
        left.forEach(name -> log.attempt(() -> files.close(name)));
        log.tidy();
        return log;
    }

    @Override
    public void write(String lines) throws IOException {
        if (doubted) {
            doubted = false;
            if (!current.isInPlace()) {
                rollOver();
            }
        }
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        while (from < bytes.length) {
            if (fitting(bytes, from) == from && !current.isFresh()) {
                rollOver();
            }
            int end = Math.max(fitting(bytes, from), lineEnd(bytes, from));
            current.write(bytes, from, end);
            from = end;
        }
    }

    /** Where the lines end that still find room; where they begin if none does. */
    private int fitting(byte[] bytes, int from) {
        int end = (int) Math.min(bytes.length, from + current.room());
        while (end > from && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static int lineEnd(byte[] bytes, int from) {
        int end = from;
        while (bytes[end] != '\n') {
            end++;
        }
        return end + 1;
    }

    /** Goes on as before; but if the current file was taken away, another is begun before the next line. */
    @Override
    public Optional<MailLogWriter.Target> reopened() {
        doubted = true;
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        current.close();
    }

    private void rollOver() {
        CurrentLog full = current;
        try {
            current = begin();
        } catch (IOException | RuntimeException inTheWay) {
            full.extend();
            tell(inTheWay);
            return;
        }
        boolean isClosed = attempt(full::close) && attempt(() -> files.close(full.name()));
        if (tidy() && isClosed) {
            toldOfTrouble = false;
        }
    }

    private CurrentLog begin() throws IOException {
        files.makeFolder();
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDateTime local = now.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
        LogFileName name = files.next(local.isAfter(last) ? local : last.plusSeconds(1)); // its file may be gone
        byte[] head = MailLogFile.head(release, now).getBytes(StandardCharsets.UTF_8);
        CurrentLog begun = CurrentLog.begin(files, name, head, bounds.bytes());
        last = name.begun();
        return begun;
    }

    /** Leads the link to the current file and deletes what is too old; says whether all went well. */
    private boolean tidy() {
        boolean isLinked = attempt(() -> files.link(current.name()));
        return (bounds.files() == 0 || attempt(() -> files.keep(bounds.files() - 1))) && isLinked;
    }

    /** Something that the log can do without. */
    private interface Attempt {
        void run() throws IOException;
    }

    private boolean attempt(Attempt attempt) {
        try {
            attempt.run();
            return true;
        } catch (IOException | RuntimeException failed) {
            tell(failed);
            return false;
        }
    }

    private void tell(Exception trouble) {
        if (!toldOfTrouble) {
            String because = trouble instanceof IOException reason
                    ? Findings.because(files.folder(), reason)
                    : files.folder() + ": " + trouble;
            diagnostics.tell("hatcheck: the mail log goes on, but its files are not as they should be: " + because);
        }
        toldOfTrouble = true;
    }
}
