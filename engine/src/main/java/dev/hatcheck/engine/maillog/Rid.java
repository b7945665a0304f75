package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Esa;

/** The number of a recipient within its message, from 0. */
@Esa("CRIBL")
public record Rid(int number) {
    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
