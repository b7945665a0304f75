package dev.hatcheck.cli.input;

import java.util.Optional;
import java.util.function.Function;

/**
 * How a word is read, behind an option or in a file.
 *
 * @param reading what it means; nothing if it is none
 * @param expected what it should be, for messages
 */
public record Word<T>(Function<String, Optional<T>> reading, String expected) {
    /** What a text means; nothing if it is no such word. */
    public Optional<T> read(String text) {
        return reading.apply(text);
    }

    /** What to tell whoever wrote something else. */
    public String complaint(String found) {
        return "expected " + expected + ", not \"" + found + "\"";
    }
}
