package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Origin;

/**
 * Something about a text that makes it useless.
 *
 * @param origin file and line
 * @param column from 1
 * @param message what was found and what was expected, in words for an administrator
 */
public record Problem(Origin origin, int column, String message) {
    /** {@code file:line:column: message}. */
    @Override
    public String toString() {
        return origin + ":" + column + ": " + message;
    }
}
