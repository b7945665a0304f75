package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Esa;

/** The number of a message, from 1; 0 stands for none. */
@Esa("CRIBL")
public record Mid(long number) {
    /** The number of what no message was made of. */
    public static final Mid NONE = new Mid(0);

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
