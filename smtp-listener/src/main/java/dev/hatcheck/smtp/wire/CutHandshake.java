package dev.hatcheck.smtp.wire;

import java.io.IOException;
import java.nio.channels.SelectionKey;

/** The client begins its handshake, and that is the end of the connection: a fault that a test wants. */
final class CutHandshake implements Phase {
    private static final String WHY = "the listener is told to cut every handshake";

    private final Connection connection;
    private final Session session;
    private final long deadline;

    CutHandshake(Connection connection, Session session, long now) {
        this.connection = connection;
        this.session = session;
        this.deadline = now + Handshake.LIMIT;
    }

    @Override
    public void ready(long now) throws IOException {
        if (connection.transport().discard(connection.input()) != 0) {
            session.handshakeFailed(WHY, now);
        }
    }

    @Override
    public int interest() {
        return SelectionKey.OP_READ | (connection.transport().hasUnsent() ? SelectionKey.OP_WRITE : 0);
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public void late(long now) throws IOException {
        session.handshakeFailed(WHY, now);
    }

    @Override
    public void shutDown(long now) throws IOException {
        session.shutDown(now);
    }

    @Override
    public void lost(long now) throws IOException {
        session.handshakeFailed(WHY, now);
    }

    @Override
    public String toString() {
        return session.toString();
    }
}
