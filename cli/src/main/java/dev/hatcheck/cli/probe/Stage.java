package dev.hatcheck.cli.probe;

import java.util.Locale;

/** What is looked at, in this order; the names in lower case are a promise. */
enum Stage {
    /** Who takes the mail. */
    MX,
    /** Whether somebody is there. */
    CONNECT,
    /** Whether it talks. */
    EHLO,
    /** Whether it offers TLS, and means it. */
    STARTTLS,
    /** Whether they come to terms. */
    HANDSHAKE,
    /** Whether the certificate leads to a trusted root. */
    CHAIN,
    /** Whether it is for this server. */
    NAME,
    /** Whether it is valid now. */
    DATES;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
