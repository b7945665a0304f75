package dev.hatcheck.smtp;

import java.io.IOException;

/** Takes messages in one piece: each is held in memory until it is whole. */
@FunctionalInterface
public interface WholeMessageSink extends MessageSink {
    /**
     * Takes one, its dots removed: the client hears 250 when this returns, 451 if it throws. Called on the thread that
     * speaks with the client, which at a listener speaks with all of them, so there it must not wait.
     */
    void take(Envelope envelope, byte[] content) throws IOException;

    @Override
    default Delivery begin(Envelope envelope) {
        return new HeldMessage(envelope, this);
    }
}
