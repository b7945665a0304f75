package dev.hatcheck.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A message that is held in memory until it is whole. */
final class HeldMessage implements MessageSink.Delivery {
    private final Envelope envelope;
    private final WholeMessageSink sink;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    HeldMessage(Envelope envelope, WholeMessageSink sink) {
        this.envelope = envelope;
        this.sink = sink;
    }

    @Override
    public void write(ByteBuffer bytes) {
        byte[] piece = new byte[bytes.remaining()];
        bytes.get(piece);
        content.writeBytes(piece);
    }

    @Override
    public CompletionStage<Void> commit() {
        try {
            sink.take(envelope, content.toByteArray());
            return CompletableFuture.completedFuture(null);
        } catch (IOException notTaken) {
            return CompletableFuture.failedFuture(notTaken);
        }
    }

    @Override
    public void abandon() {
        content.reset();
    }
}
