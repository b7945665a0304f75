package dev.hatcheck.cli.input;

import java.util.List;

/** Ends a command; its lines tell whoever gave it what to mend. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode code;
    private final String[] lines;

    public CommandFailure(ExitCode code, String line) {
        this(code, List.of(line));
    }

    public CommandFailure(ExitCode code, List<String> lines) {
        super(String.join("\n", lines));
        this.code = code;
        this.lines = lines.toArray(String[]::new);
    }

    /** What the command ends with. */
    public ExitCode code() {
        return code;
    }

    /** What there is to mend. */
    public List<String> lines() {
        return List.of(lines);
    }
}
