package dev.hatcheck.smtp.wire;

import java.io.IOException;

/** What a connection is doing, as drawn at {@link Connection}: who gets its bytes, and what happens when time is up. */
sealed interface Phase permits AwaitingHeader, Introducing, Session, Handshake, CutHandshake, Farewell {
    /** The socket is ready, or there is more to be had than the selector sees. */
    void ready(long now) throws IOException;

    /** Nothing is left to be sent; said after every turn for which that holds. */
    default void sent(long now) throws IOException {}

    /** What the socket is to be watched for, as in {@link java.nio.channels.SelectionKey}. */
    int interest();

    /** Whether {@link #ready} has something to do that the selector does not see. */
    default boolean hasMore() {
        return false;
    }

    /** The moment at which time is up, in the ticker's nanoseconds. */
    long deadline();

    /** Time is up. */
    void late(long now) throws IOException;

    /** The listener goes down. */
    void shutDown(long now) throws IOException;

    /** The connection is broken; it is closed when this returns. */
    void lost(long now) throws IOException;
}
