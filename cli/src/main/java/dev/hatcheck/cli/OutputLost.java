package dev.hatcheck.cli;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.ExitCode;

/** The end of a command whose standard output takes nothing: a full disk, or a reader that went away. */
final class OutputLost {
    private OutputLost() {}

    /**
     * The failure that says so.
     *
     * @param what was to be written
     */
    static CommandFailure of(String what) {
        return new CommandFailure(
                ExitCode.UNAVAILABLE,
                "hatcheck: " + what
                        + " could not be written to standard output; is its disk full, or its reader gone?");
    }
}
