package dev.hatcheck.bench.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A load over TLS: each message has a connection and a whole handshake of its own.
 *
 * @param trust a context that trusts the server
 * @param sessions at a time
 */
public record TlsSource(SSLContext trust, int sessions) {
    /** Sends messages of a size in bytes, and returns how long that took. */
    public Duration run(InetSocketAddress server, int messages, int size) throws IOException {
        byte[] message = Message.of(size);
        var left = new AtomicInteger(messages);
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(sessions)) {
            var all = new ArrayList<CompletableFuture<Void>>();
            for (int session = 0; session < sessions; session++) {
                all.add(CompletableFuture.runAsync(() -> send(server, message, left), threads));
            }
            all.forEach(CompletableFuture::join);
        } catch (CompletionException refused) {
            throw new IOException("a message is not taken", refused);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void send(InetSocketAddress server, byte[] message, AtomicInteger left) {
        while (left.getAndDecrement() > 0) {
            try (var dialogue = Dialogue.connect(server)) {
                dialogue.greet();
                dialogue.secure(trust);
                dialogue.mail(message);
                dialogue.quit();
            } catch (IOException e) {
                left.set(0);
                throw new CompletionException(e);
            }
        }
    }
}
