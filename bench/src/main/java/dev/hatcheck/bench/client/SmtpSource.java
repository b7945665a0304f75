package dev.hatcheck.bench.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Postfix's load generator.
 *
 * @param name in tables
 * @param sessions at a time
 * @param keepsOpen whether a connection carries message after message, or one
 */
public record SmtpSource(String name, int sessions, boolean keepsOpen) {
    /** What the appliance would see of a busy day: ten clients, fifty, and ten that stay. */
    public static final List<SmtpSource> MODES = List.of(
            new SmtpSource("-s 10", 10, false),
            new SmtpSource("-s 50", 50, false),
            new SmtpSource("-d -s 10", 10, true));

    private static final long LONGEST_SECONDS = 300;

    /** Sends messages of a size in bytes, and returns how long that took. */
    public Duration run(InetSocketAddress server, int messages, int size) throws IOException {
        var command = new ArrayList<>(List.of("smtp-source", "-s", Integer.toString(sessions)));
        command.addAll(List.of("-m", Integer.toString(messages), "-l", Integer.toString(size)));
        command.addAll(List.of("-M", "client.example", "-f", "sender@client.example", "-t", "rcpt@mail.example"));
        if (keepsOpen) {
            command.add("-d");
        }
        command.add("127.0.0.1:" + server.getPort());
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " does not come to a good end");
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
