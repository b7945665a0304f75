package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.Assumed;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.time.Duration;

/**
 * All has been said: what is left is sent, then the client is given time to close its end first.
 *
 * <p>A socket that is closed while the client still sends answers with a reset, and the reset makes the client forget the
 * last reply before it has read it. So what the client sends is taken and thrown away.
 */
final class Farewell implements Phase {
    /** How long the client may take to read what is left. */
    @Assumed("the appliance's figure is not known")
    private static final long TO_SEND = Duration.ofSeconds(3).toNanos();

    /** How long it may take then to close its end. */
    @Assumed("the appliance's figure is not known")
    private static final long TO_LEAVE = Duration.ofSeconds(2).toNanos();

    private final Connection connection;
    private long deadline;
    private boolean outputEnded;
    private boolean inputEnded;

    Farewell(Connection connection, long now) {
        this.connection = connection;
        this.deadline = now + TO_SEND;
    }

    @Override
    public void sent(long now) throws IOException {
        if (!outputEnded) {
            outputEnded = true;
            deadline = now + TO_LEAVE;
            connection.transport().endOutput();
        }
        if (inputEnded || connection.isEnding()) {
            connection.close();
        }
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
