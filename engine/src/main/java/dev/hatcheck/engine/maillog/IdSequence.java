package dev.hatcheck.engine.maillog;

import java.util.concurrent.atomic.AtomicLong;

/** Draws the numbers of connections and messages, each from 1 upwards. Safe for threads. */
public final class IdSequence {
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();

    /** A sequence of which nothing was drawn. */
    public IdSequence() {}

    /** The next connection's number. */
    public Icid nextIcid() {
        return new Icid(connections.incrementAndGet());
    }

    /** The next message's number. */
    public Mid nextMid() {
        return new Mid(messages.incrementAndGet());
    }
}
