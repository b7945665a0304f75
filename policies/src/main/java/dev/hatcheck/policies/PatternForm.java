package dev.hatcheck.policies;

import java.util.Optional;

/** A text that is kept as it is, if it matches. */
record PatternForm(String pattern, String expected, boolean isNumber) implements ValueForm<String> {
    @Override
    public Optional<String> read(String text) {
        return text.matches(pattern) ? Optional.of(text) : Optional.empty();
    }

    @Override
    public String write(String value) {
        return value;
    }
}
