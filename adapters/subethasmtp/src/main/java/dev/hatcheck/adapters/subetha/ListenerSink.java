package dev.hatcheck.adapters.subetha;

import dev.hatcheck.smtp.Envelope;
import dev.hatcheck.smtp.MessageSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.subethamail.smtp.helper.SimpleMessageListener;

/** Keeps a message in memory until it is whole, and then delivers it to each recipient, as SubEthaSMTP itself would. */
record ListenerSink(SimpleMessageListener listener) implements MessageSink {
    @Override
    public Delivery begin(Envelope envelope) {
        return new Arrival(envelope);
    }

    private final class Arrival implements Delivery {
        private final Envelope envelope;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        private Arrival(Envelope envelope) {
            this.envelope = envelope;
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
                for (String recipient : envelope.recipientAddresses()) {
                    deliver(envelope.senderAddress(), recipient);
                }
                return CompletableFuture.completedFuture(null);
            } catch (IOException failed) {
                return CompletableFuture.failedFuture(failed);
            }
        }

        private void deliver(String sender, String recipient) throws IOException {
            if (listener.accept(sender, recipient)) {
                listener.deliver(sender, recipient, new ByteArrayInputStream(content.toByteArray()));
            }
        }

        @Override
        public void abandon() {
            content.reset();
        }
    }
}
