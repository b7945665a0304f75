package dev.hatcheck.cli.input;

/** What a command ends with. */
public enum ExitCode {
    /** It did what it was asked. */
    DONE(0),
    /** It did, and the answer is no. */
    NO(1),
    /** It was not asked in a way that it understands, or a file says nothing sensible. */
    BAD_INPUT(2),
    /** A file cannot be read, or a port cannot be had. */
    UNAVAILABLE(3),
    /** It has a bug. */
    BUG(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The status of the process. */
    public int number() {
        return number;
    }
}
