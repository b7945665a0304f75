package dev.hatcheck.policies;

import java.util.Objects;

/**
 * Where in a file something was read.
 *
 * <p>All origins are equal: where a thing stood is no part of what it is. So values that carry an origin compare by
 * what they mean, and a table that was written and read again equals the one it was written from.
 */
public final class Origin {
    private final String file;
    private final int line;

    private Origin(String file, int line) {
        this.file = Objects.requireNonNull(file);
        this.line = line;
    }

    /** A line of a named text; lines count from 1. */
    public static Origin of(String file, int line) {
        return new Origin(file, line);
    }

    /** The name of the text, as the reader was given it. */
    public String file() {
        return file;
    }

    /**
     * The line, from 1; 0 for something that stands in no text, such as an {@code ALL} that was left out or a policy that
     * every listener comes with.
     */
    public int line() {
        return line;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    /** {@code file:line}, as compilers print it; the name alone for what stands in no text. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
