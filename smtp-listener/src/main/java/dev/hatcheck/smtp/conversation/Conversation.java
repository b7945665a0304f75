package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.TlsSession;
import java.nio.ByteBuffer;

/** Skeleton of the interface; the body follows. */
public final class Conversation {
    public Conversation(
            Engine engine, Surroundings surroundings, String interfaceAddress, IpAddress client, long now) {}

    /** Whether there is something to do. */
    public boolean hasAction() {
        return false;
    }

    /** The next thing to do. */
    public Action nextAction() {
        throw new IllegalStateException();
    }

    /** Whether it takes input now; otherwise it waits for an answer, a handshake or a commit, or is over. */
    public boolean listens() {
        return false;
    }

    /** Whether it has ended: nothing but its remaining actions is to be done. */
    public boolean isOver() {
        return false;
    }

    /** The moment, in the ticker's nanoseconds, at which {@link #elapsed} must be called at the latest. */
    public long deadline() {
        return Long.MAX_VALUE;
    }

    /** It is now this late; said before every other input. */
    public void elapsed(long now) {}

    /** The client is this. */
    public void answered(Peer peer) {}

    /** These bytes arrived. Takes those it may look at now and leaves the others in the buffer. */
    public void received(ByteBuffer bytes) {}

    /** The handshake succeeded. */
    public void secured(TlsSession session) {}

    /** The handshake failed, or the client vanished in it. */
    public void handshakeFailed() {}

    /** The message is kept. */
    public void kept() {}

    /** The message could not be kept. */
    public void notKept() {}

    /** The client is gone. */
    public void lost() {}

    /** The listener is going down. */
    public void shutDown() {}
}
