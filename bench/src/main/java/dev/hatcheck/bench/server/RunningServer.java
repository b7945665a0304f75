package dev.hatcheck.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server that runs in a process of its own, on a port of 127.0.0.1.
 *
 * <p>It ends when this is closed, and at the latest with the process that started it.
 */
public final class RunningServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String READY = "ready smtp ";

    private final Server server;
    private final Path errors;
    private final Process process;
    private final BufferedReader output;
    private final Thread endWithUs;
    private final InetSocketAddress address;

    private RunningServer(Server server, Path errors, Process process, int port) {
        this.server = server;
        this.errors = errors;
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.endWithUs = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(endWithUs);
        this.address = switch (server) {
            case Server.Announcing announcing -> announced();
            case Server.Peer peer -> announced();
            case Server.Silent silent -> connectable(port);
        };
    }

    /** Starts a server; it serves when this returns. What it says on standard error goes to a file of the folder. */
    public static RunningServer start(Server server, Path folder) throws IOException {
        int port = freePort();
        List<String> command = switch (server) {
            case Server.Announcing announcing -> announcing.command();
            case Server.Peer peer -> peer.command();
            case Server.Silent silent -> silent.command().apply(port);
        };
        Path errors = Files.createTempFile(folder, server.name() + "-", ".err");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new RunningServer(server, errors, process, port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private InetSocketAddress announced() {
        String line = line();
        if (!line.startsWith(READY)) {
            throw dead();
        }
        int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The next line that it says; empty when it has ended. */
    private String line() {
        try {
            return CompletableFuture.supplyAsync(this::blockingLine)
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (RuntimeException late) {
            process.destroyForcibly();
            throw late;
        }
    }

    private String blockingLine() {
        try {
            String line = output.readLine();
            return line == null ? "" : line;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private InetSocketAddress connectable(int port) {
        var place = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (var socket = new Socket()) {
                socket.connect(place);
                return place;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw dead();
    }

    private IllegalStateException dead() {
        process.destroyForcibly();
        return new IllegalStateException(server.name() + " does not listen; " + errors + " says why");
    }

    /** Its name in tables. */
    public String name() {
        return server.name();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    /** What it has used so far. */
    public Usage usage() {
        try {
            return Usage.of(process.pid());
        } catch (IOException gone) {
            throw new UncheckedIOException(server.name() + " has ended", gone);
        }
    }

    /** Has a Java collect its garbage, so that what it holds is what it needs. */
    public void collectGarbage() throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var collection = new ProcessBuilder(jcmd, Long.toString(pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            collection.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins its peak of memory anew. */
    public void forgetPeak() throws IOException {
        Files.writeString(Path.of("/proc", Long.toString(pid()), "clear_refs"), "5");
    }

    /** Has a peer that keeps messages throw them away, so that rounds do not add up. */
    public void forgetMessages() throws IOException {
        if (server instanceof Server.Peer) {
            process.getOutputStream().write("forget\n".getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
            line();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(endWithUs);
    }
}
