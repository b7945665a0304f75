package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Esa;

/** The number of an injection connection, from 1; 0 stands for none. */
@Esa("CRIBL")
public record Icid(long number) {
    /** The number of what no connection caused, and of one that was refused below SMTP. */
    public static final Icid NONE = new Icid(0);

    /** Written out, with {@link #hashCode}, as a record's own are only linked at first use, which a start feels. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Icid icid && icid.number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
