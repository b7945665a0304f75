package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Esa;

/** The number of an injection connection, from 1; 0 stands for none. */
@Esa("CRIBL")
public record Icid(long number) {
    /** The number of what no connection caused, and of one that was refused below SMTP. */
    public static final Icid NONE = new Icid(0);

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
