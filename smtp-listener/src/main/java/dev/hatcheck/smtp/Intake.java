package dev.hatcheck.smtp;

import dev.hatcheck.smtp.wire.Diagnostics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Hands the messages of one connection to the sink: a sink that fails costs the message, never the connection.
 *
 * <p>For who drives a {@link dev.hatcheck.smtp.conversation.Conversation}: each of its actions about messages is a
 * method here. None throws, whatever the sink does; what goes wrong is logged, and {@link #commit} fails. Not safe for
 * threads: one at a time may use it, the one that drives the conversation, and it is this thread that the sink is
 * called on. The stage of a commit completes on whatever thread the sink completes its own.
 */
public final class Intake {
    /** Stands for a message that there is not, or no more: it can not be kept. */
    private static final MessageSink.Delivery NONE = new MessageSink.Delivery() {
        @Override
        public void write(ByteBuffer bytes) {}

        @Override
        public CompletionStage<Void> commit() {
            return CompletableFuture.failedFuture(new IOException("the sink failed before the message was whole"));
        }

        @Override
        public void abandon() {}
    };

    private final MessageSink sink;
    private MessageSink.Delivery delivery = NONE;

    /** The intake of a new connection, which has no message yet. */
    public Intake(MessageSink sink) {
        this.sink = sink;
    }

    /** A message begins. */
    public void begin(Envelope envelope) {
        try {
            delivery = sink.begin(envelope);
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    /** The next bytes of the message; the buffer is the caller's again when this returns. */
    public void keep(ByteBuffer bytes) {
        try {
            delivery.write(bytes);
        } catch (IOException | RuntimeException e) {
            failed(e);
            abandon();
        }
    }

    /** The message is whole: completes when it is kept, and fails if it is not. */
    public CompletionStage<Void> commit() {
        MessageSink.Delivery whole = delivery;
        delivery = NONE;
        try {
            return whole.commit().whenComplete((kept, why) -> {
                if (why != null) {
                    failed(why);
                }
            });
        } catch (RuntimeException e) {
            failed(e);
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Gives up the message that began; nothing happens if none did, or if it is committed. */
    public void abandon() {
        MessageSink.Delivery unwanted = delivery;
        delivery = NONE;
        try {
            unwanted.abandon();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private static void failed(Throwable why) {
        Diagnostics.failed("A message is not kept", why);
    }
}
