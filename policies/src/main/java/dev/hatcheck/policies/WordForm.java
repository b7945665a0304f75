package dev.hatcheck.policies;

import java.util.Map;
import java.util.Optional;

/** A value written as one of a few words, in any case, and each in one way. */
record WordForm<T>(Map<String, T> words, String expected) implements ValueForm<T> {
    @Override
    public Optional<T> read(String text) {
        return Optional.ofNullable(words.get(Ascii.lowerCase(text)));
    }

    @Override
    public String write(T value) {
        for (Map.Entry<String, T> word : words.entrySet()) {
            if (word.getValue().equals(value)) {
                return word.getKey();
            }
        }
        throw new IllegalArgumentException("there is no word for " + value);
    }
}
