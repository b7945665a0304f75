package dev.hatcheck.smtp.conversation;

/** What the bytes of a command line turned out to be. */
sealed interface Line {
    /** The line goes on in bytes that have not arrived. */
    record Incomplete() implements Line {}

    /** A line without its end; each byte stands as the character of the same number. */
    record Whole(String text) implements Line {}

    /** A line with a carriage return that stands alone, or a NUL. */
    record Malformed(String text) implements Line {}

    /** A line that is longer than any may be; said once, as soon as it is known. */
    record TooLong() implements Line {}
}
