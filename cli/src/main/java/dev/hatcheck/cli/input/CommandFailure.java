package dev.hatcheck.cli.input;

/** Ends a command; the message, one or more lines, tells whoever gave it what to mend. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;

    public CommandFailure(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    /** What the command ends with. */
    public ExitCode code() {
        return code;
    }
}
