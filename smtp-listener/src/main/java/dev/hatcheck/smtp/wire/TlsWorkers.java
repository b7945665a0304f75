package dev.hatcheck.smtp.wire;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The work of TLS that would hold up the loop: to find the certificate, and the arithmetic of handshakes.
 *
 * <p>At most two handshakes a processor are at work at a time; others queue, and cost nothing while their clients
 * think. Threads are there only while there is work.
 */
final class TlsWorkers implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Supplier<SSLContext> supplier;
    private final String name;
    private Optional<ThreadPoolExecutor> threads = Optional.empty();
    private CompletableFuture<SSLContext> context =
            CompletableFuture.failedFuture(new IllegalStateException("nobody asked for it yet"));

    TlsWorkers(String name, Supplier<SSLContext> supplier) {
        this.name = name;
        this.supplier = supplier;
    }

    /** Made for the first handshake, as there may be none. */
    private synchronized ThreadPoolExecutor threads() {
        if (threads.isEmpty()) {
            int atWork = 2 * Runtime.getRuntime().availableProcessors();
            ThreadFactory daemons =
                    Thread.ofPlatform().daemon().name(name + "-", 1).factory();
            var made = new ThreadPoolExecutor(
                    atWork, atWork, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), daemons);
            made.allowCoreThreadTimeOut(true);
            threads = Optional.of(made);
        }
        return threads.get();
    }

    /** The certificate and what goes with it; supplied once, unless that fails. Only to be called by the loop. */
    CompletableFuture<SSLContext> context() {
        if (context.isCompletedExceptionally()) {
            context = CompletableFuture.supplyAsync(this::supply, threads());
        }
        return context;
    }

    private SSLContext supply() {
        try {
            return Objects.requireNonNull(supplier.get());
        } catch (RuntimeException e) {
            Diagnostics.failed("There is no certificate for TLS", e);
            throw e;
        }
    }

    /** Does a task of a handshake. */
    CompletableFuture<Void> run(Runnable task) {
        return CompletableFuture.runAsync(task, threads());
    }

    /** Ends the threads. */
    @Override
    public synchronized void close() {
        if (threads.isEmpty()) {
            return;
        }
        threads.get().shutdownNow();
        try {
            threads.get().awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
