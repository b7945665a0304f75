package dev.hatcheck.smtp.wire;

import dev.hatcheck.smtp.Envelope;
import dev.hatcheck.smtp.MessageSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hands the messages of one connection to the sink: a sink that fails costs the message, never the connection. */
final class Intake {
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

    Intake(MessageSink sink) {
        this.sink = sink;
    }

    void begin(Envelope envelope) {
        try {
            delivery = sink.begin(envelope);
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
    }

    void keep(ByteBuffer bytes) {
        try {
            delivery.write(bytes);
        } catch (IOException | RuntimeException e) {
            failed(e);
            abandon();
        }
    }

    /** Completes when the message is kept; fails if it is not. */
    CompletionStage<Void> commit() {
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

    /** Gives up the message that began, if one did. */
    void abandon() {
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
