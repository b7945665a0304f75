package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.Assumed;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.time.Duration;

/**
 * All has been said: what is left is sent, then the client is given time to close its end first.
 *
 * <p>A socket that is closed while the client still sends answers with a reset, and the reset makes the client forget
 * the last reply before it has read it. So what the client sends is taken and thrown away. Only a client that has taken
 * its leave in clear, and has nothing more on the way, is spared all that.
 */
final class Farewell implements Phase {
    /** How long the client may take to read what is left. */
    @Assumed("the appliance's figure is not known")
    private static final long TO_SEND = Duration.ofSeconds(3).toNanos();

    /** How long it may take then to close its end. */
    @Assumed("the appliance's figure is not known")
    private static final long TO_LEAVE = Duration.ofSeconds(2).toNanos();

    private final Connection connection;
    private final boolean clientIsLeaving;
    private long deadline;
    private boolean outputEnded;
    private boolean inputEnded;

    private Farewell(Connection connection, boolean clientIsLeaving, long now) {
        this.connection = connection;
        this.clientIsLeaving = clientIsLeaving;
        this.deadline = now + TO_SEND;
    }

    /** The farewell to a client that may think that the connection goes on. */
    Farewell(Connection connection, long now) {
        this(connection, false, now);
    }

    /** The farewell to a client that has taken its leave. */
    static Farewell inReturn(Connection connection, long now) {
        return new Farewell(connection, true, now);
    }

    @Override
    public void sent(long now) throws IOException {
        if (!outputEnded && clientIsLeaving && !connection.transport().isSecured() && hasNothingMore()) {
            connection.close();
            return;
        }
        if (!outputEnded) {
            outputEnded = true;
            deadline = now + TO_LEAVE;
            connection.transport().endOutput();
        }
        if (inputEnded || connection.isEnding()) {
            connection.close();
        }
    }

    private boolean hasNothingMore() throws IOException {
        return connection.transport().discard(connection.input()) <= 0;
    }

    @Override
    public void ready(long now) throws IOException {
        if (!inputEnded) {
            inputEnded = connection.transport().discard(connection.input()) < 0;
        }
    }

    @Override
    public int interest() {
        return (inputEnded ? 0 : SelectionKey.OP_READ) | (outputEnded ? 0 : SelectionKey.OP_WRITE);
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public void late(long now) {
        connection.close();
    }

    @Override
    public void shutDown(long now) {} // the end of this turn sees to it

    @Override
    public void lost(long now) {}

    @Override
    public String toString() {
        return "a client that takes its leave";
    }
}
