package dev.hatcheck.cli.input;

import java.util.Optional;

/**
 * The name of a listener.
 *
 * @param text not blank, and without control characters
 */
record ListenerName(String text) {
    /** The name that a text is, or nothing if it is none. */
    static Optional<ListenerName> read(String text) {
        boolean isName = !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
        return isName ? Optional.of(new ListenerName(text)) : Optional.empty();
    }
}
