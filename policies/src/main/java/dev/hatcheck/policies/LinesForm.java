package dev.hatcheck.policies;

import java.util.Optional;

/** A text of one line or more; between lines stands {@code \n}, written as two characters or as any line end. */
record LinesForm() implements ValueForm<String> {
    @Override
    public Optional<String> read(String text) {
        return Optional.of(text.replaceAll("\\\\n|\\r\\n|\\r", "\n"));
    }

    @Override
    public String write(String value) {
        return value;
    }

    @Override
    public String expected() {
        return "a text, with \\n between its lines";
    }
}
