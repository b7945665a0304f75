package dev.hatcheck.smtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/**
 * Takes the messages that a listener accepts.
 *
 * <p>Called on the listener's own thread. A message arrives in pieces, of any size, with its dots removed.
 */
@FunctionalInterface
public interface MessageSink {
    /** Begins a message. */
    Delivery begin(Envelope envelope) throws IOException;

    /** One message on its way; ends with {@link #commit} or {@link #abandon}. */
    interface Delivery {
        /** The next bytes; the buffer is the caller's again when the method returns. */
        void write(ByteBuffer bytes) throws IOException;

        /** The message is whole: the client hears 250 when the stage completes, 451 if it fails. */
        CompletionStage<Void> commit();

        /** The message will not come: forget it. */
        void abandon();
    }

    /** Keeps nothing. */
    static MessageSink discarding() {
        return Nobody.HERE;
    }
}
