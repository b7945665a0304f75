package dev.hatcheck.cli.input;

/** What a command ends with. */
public enum ExitCode {
    /** It did what it was asked. */
    DONE(0, "done"),
    /** It did, and the answer is no. */
    NO(1, "the answer is no"),
    /** It was not asked in a way that it understands, or a file says nothing sensible. */
    BAD_INPUT(2, "wrong use or bad input"),
    /** A file cannot be read or written, or a port cannot be had. */
    UNAVAILABLE(3, "a file cannot be read or written, or a port cannot be had"),
    /** It has a bug. */
    BUG(70, "a bug");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** The status of the process. */
    public int number() {
        return number;
    }

    /** What it says, in a few words. */
    public String meaning() {
        return meaning;
    }
}
