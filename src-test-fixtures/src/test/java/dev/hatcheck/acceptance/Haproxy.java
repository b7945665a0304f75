package dev.hatcheck.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** HAProxy before a port that takes PROXY headers: it sends one of version 2. */
record Haproxy(int port, ProcessHandle process) implements AutoCloseable {
    private static final String CONFIGURATION = """
            defaults
                mode tcp
                timeout connect 5s
                timeout client 10s
                timeout server 10s
            frontend mail
                bind 127.0.0.1:%d
                %s
                default_backend gate
            backend gate
                server gate 127.0.0.1:%d send-proxy-v2
            """;

    /**
     * Starts it with one more rule for connections, and returns when it is bound; skips the test if it is missing.
     *
     * @param folder where its files go
     */
    static Haproxy start(int proxyPort, String rule, Path folder) throws IOException {
        int port = freePort();
        Path configuration = folder.resolve("haproxy.cfg");
        Path pid = folder.resolve("haproxy.pid");
        Files.writeString(configuration, CONFIGURATION.formatted(port, rule, proxyPort));
        Program.Outcome started =
                new Program("haproxy").run("", "-D", "-q", "-f", configuration.toString(), "-p", pid.toString());
        assertThat(started).isEqualTo(new Program.Outcome(0, ""));
        return new Haproxy(
                port,
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow());
    }

    /** It cannot be told to take any port, so it may happen that somebody else takes this one first. */
    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
    }
}
