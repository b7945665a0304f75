package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Origin;

/**
 * Something about a text that can be used as it is, which its author should know all the same. Warnings are
 * ordered by their place in the text.
 *
 * @param origin file and line
 * @param column from 1
 * @param doubt what it is
 */
public record Warning(Origin origin, int column, Doubt doubt) implements Placed {
    /** {@code file:line:column: warning: message}. */
    @Override
    public String toString() {
        return origin + ":" + column + ": warning: " + doubt.message() + doubt.question();
    }
}
