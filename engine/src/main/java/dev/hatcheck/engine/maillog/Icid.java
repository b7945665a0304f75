package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Esa;

/** The number of an injection connection, from 1; 0 stands for none. */
@Esa("CRIBL")
public record Icid(long number) {
    @Override
    public String toString() {
        return Long.toString(number);
    }
}
