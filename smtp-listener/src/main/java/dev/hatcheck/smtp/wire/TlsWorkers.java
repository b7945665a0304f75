package dev.hatcheck.smtp.wire;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The work of TLS that would hold up the loop: to find the certificate, and the arithmetic of handshakes.
 *
 * <p>What the loop does not take on is done by threads that are there only while there is work. They are at work on two
 * handshakes a processor at most; others queue, and cost nothing while their clients think. All but {@link #close} is
 * only to be called by the loop.
 */
final class TlsWorkers implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final Supplier<SSLContext> supplier;
    private final String name;
    private final BooleanSupplier loopTakesOn;
    private Optional<ThreadPoolExecutor> threads = Optional.empty();
    private Optional<CompletableFuture<SSLContext>> context = Optional.empty();

    TlsWorkers(String name, Supplier<SSLContext> supplier, BooleanSupplier loopTakesOn) {
        this.name = name;
        this.supplier = supplier;
        this.loopTakesOn = loopTakesOn;
    }

    /** Made when there is something to do, as there may be nothing. */
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

    /** The certificate and what goes with it; supplied once, unless that fails. */
    CompletableFuture<SSLContext> context() {
        if (context.isEmpty() || context.get().isCompletedExceptionally()) {
            context = Optional.of(CompletableFuture.supplyAsync(this::supply, threads()));
        }
        return context.get();
    }

    private SSLContext supply() {
        try {
            return Objects.requireNonNull(supplier.get());
        } catch (RuntimeException e) {
            Diagnostics.failed("There is no certificate for TLS", e);
            throw e;
        }
    }

    /** Does a task of a handshake, on the spot if the loop takes it on. */
    CompletableFuture<Void> run(Runnable task) {
        return CompletableFuture.runAsync(task, loopTakesOn.getAsBoolean() ? Runnable::run : threads());
    }

    /** Ends the threads. */
    @Override
    public void close() {
        ThreadPoolExecutor ended = threads(); // if there are none, so that none are made later
        ended.shutdownNow();
        try {
            ended.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
