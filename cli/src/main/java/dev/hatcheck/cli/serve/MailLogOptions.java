package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.ByteCount;
import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.LogPlace;
import dev.hatcheck.cli.serve.MailLogWriter.Target;
import dev.hatcheck.engine.maillog.AsyncOs;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say where the mail log goes, and what it looks like. */
public final class MailLogOptions {
    @Option(
            names = "--mail-log",
            paramLabel = "PATH",
            description = "Where the mail log goes: to a file, behind what is there; or to a folder, which exists or is"
                    + " written with a slash at its end, in files that are named and renamed as an appliance does it."
                    + " Without it: to standard error.")
    private Optional<LogPlace> place;

    @Option(
            names = "--mail-log-size",
            paramLabel = "SIZE",
            description = "How long a file in that folder may get before another is begun (default: 10M).")
    private Optional<ByteCount> size;

    @Option(
            names = "--mail-log-files",
            paramLabel = "N",
            description = "How many files that folder keeps before the oldest is deleted; 0 keeps all (default: 10).")
    private Optional<Integer> files;

    @Option(
            names = "--esa-version",
            paramLabel = "N",
            defaultValue = "14",
            description = "The release of AsyncOS whose mail log is written: 7, 11 or 14 (default: ${DEFAULT-VALUE}).")
    private AsyncOs release;

    /**
     * Opens what the log is written to, and begins to write.
     *
     * @throws CommandFailure if it cannot be opened
     */
    MailLogWriter start(Clock clock, Diagnostics diagnostics) {
        if ((size.isPresent() || files.isPresent())
                && place.filter(LogPlace::isFolder).isEmpty()) {
            diagnostics.tell("hatcheck: warning: --mail-log-size and --mail-log-files have no use without a folder:"
                    + " write a slash at the end of --mail-log");
        }
        Target target = place.isPresent() ? opened(() -> open(place.get(), clock, diagnostics)) : diagnostics::write;
        return MailLogWriter.start(release, target, clock, diagnostics);
    }

    private Target open(LogPlace there, Clock clock, Diagnostics diagnostics) throws IOException {
        return there.isFolder()
                ? MailLogFolder.open(there.path(), release, bounds(), clock, diagnostics)
                : MailLogFile.open(there.path(), release, clock);
    }

    private MailLogFolder.Bounds bounds() {
        return new MailLogFolder.Bounds(
                size.map(ByteCount::bytes).orElse(MailLogFolder.USUAL.bytes()),
                files.orElse(MailLogFolder.USUAL.files()));
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
                            + Findings.because(place.orElseThrow().path(), unwritable)
                            + "; name a file or a folder that can be written");
        }
    }
}
