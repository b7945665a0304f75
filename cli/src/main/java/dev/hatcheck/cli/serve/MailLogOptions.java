package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.ByteCount;
import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.Given;
import dev.hatcheck.cli.input.LogPlace;
import dev.hatcheck.cli.serve.MailLogWriter.Target;
import dev.hatcheck.engine.maillog.AsyncOs;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** The options that say where the mail log goes, and what it looks like. */
final class MailLogOptions {
    private final Given<LogPlace> place = Given.of(
            "--mail-log",
            "PATH",
            LogPlace.class,
            "Where the mail log goes: to a file, behind what is there; or to a folder, which exists or is"
                    + " written with a slash at its end, in files that are named and renamed as an appliance does it."
                    + " Without it: to standard error.");

    private final Given<ByteCount> size = Given.of(
            "--mail-log-size",
            "SIZE",
            ByteCount.class,
            "How long a file in that folder may get before another is begun (default: 10M).");

    private final Given<Integer> files = Given.of(
            "--mail-log-files",
            "N",
            Integer.class,
            "How many files that folder keeps before the oldest is deleted; 0 keeps all (default: 10).");

    private final Given<AsyncOs> release = Given.usually(
            "--esa-version",
            "N",
            AsyncOs.class,
            "14",
            "The release of AsyncOS whose mail log is written: 7, 11 or 14 (default: ${DEFAULT-VALUE}).");

    /** All of them. */
    List<Given<?>> all() {
        return List.of(place, size, files, release);
    }

    /**
     * Opens what the log is written to, and begins to write.
     *
     * @throws CommandFailure if it cannot be opened
     */
    MailLogWriter start(Clock clock, Diagnostics diagnostics) {
        if ((size.isPresent() || files.isPresent())
                && place.value().filter(LogPlace::isFolder).isEmpty()) {
            diagnostics.tell("hatcheck: warning: --mail-log-size and --mail-log-files have no use without a folder:"
                    + " write a slash at the end of --mail-log");
        }
        Target target = place.isPresent() ? opened(() -> open(place.get(), clock, diagnostics)) : diagnostics::write;
        return MailLogWriter.start(release.get(), target, clock, diagnostics);
    }

    private Target open(LogPlace there, Clock clock, Diagnostics diagnostics) throws IOException {
        return there.isFolder()
                ? MailLogFolder.open(there.path(), release.get(), bounds(), clock, diagnostics)
                : MailLogFile.open(there.path(), release.get(), clock);
    }

    private MailLogFolder.Bounds bounds() {
        return new MailLogFolder.Bounds(
                size.value().map(ByteCount::bytes).orElse(MailLogFolder.USUAL.bytes()),
                files.value().orElse(MailLogFolder.USUAL.files()));
    }

    /**
     * Does with the log what is to be done at SIGHUP.
     *
     * @throws CommandFailure if it cannot be opened; it goes on as before
     */
    void reopen(MailLogWriter log) {
        opened(() -> {
            log.reopen();
            return log;
        });
    }

    private interface Opening<T> {
        T open() throws IOException;
    }

    private <T> T opened(Opening<T> opening) {
        try {
            return opening.open();
        } catch (IOException unwritable) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "hatcheck: --mail-log "
                            + Findings.because(place.get().path(), unwritable)
                            + "; name a file or a folder that can be written");
        }
    }
}
