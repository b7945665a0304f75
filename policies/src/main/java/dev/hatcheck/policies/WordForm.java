package dev.hatcheck.policies;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A value written as one of a few words, in any case. */
record WordForm<T>(Map<String, T> words, String expected, Function<T, String> writer) implements ValueForm<T> {
    @Override
    public Optional<T> read(String text) {
        return Optional.ofNullable(words.get(Ascii.lowerCase(text)));
    }

    @Override
    public String write(T value) {
        return writer.apply(value);
    }
}
