package dev.hatcheck.cli.input;

import dev.hatcheck.engine.maillog.LogText;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a command says besides its answer.
 *
 * <p>Safe for threads: lines do not mix. Texts of files and users that come with a message cannot act on a terminal,
 * nor make two lines of one: whoever has several lines to say hands them over one by one.
 */
public final class Diagnostics {
    private final PrintWriter err;

    /** Tells it here. */
    public Diagnostics(PrintWriter err) {
        this.err = err;
    }

    /** Says a line. */
    public void tell(String line) {
        tell(List.of(line));
    }

    /** Says lines that belong together. */
    public void tell(List<String> lines) {
        write(lines.stream().map(LogText::escapeText).collect(Collectors.joining("\n", "", "\n")));
    }

    /** Writes lines that can do no harm, each with its line end, as they are. */
    public void write(String harmless) {
        synchronized (err) {
            err.print(harmless);
            err.flush();
        }
    }
}
