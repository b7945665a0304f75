package dev.hatcheck.cli;

import dev.hatcheck.fixtures.SmtpClient;
import dev.hatcheck.fixtures.tls.Credentials;
import dev.hatcheck.fixtures.tls.TlsLab;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Has a gateway in a process of its own take messages over TLS, so that the build can keep in a cache what the virtual
 * machine learned by it.
 *
 * <p>That is the classes of a handshake, and from JDK 25 on where its code spends its time, by which the compilers begin
 * at once and not after thousands of handshakes. The clients are not in that process: how they use what both sides share
 * would count as well.
 */
final class TlsTraining {
    private static final int HANDSHAKES = 4_000;
    private static final int CLIENTS = 4;

    private TlsTraining() {}

    /** Runs the command line of {@link Main} that it is given, and ends with 1 at the first failure. */
    public static void main(String[] main) throws Exception {
        Path folder = Files.createTempDirectory("hatcheck-training");
        try {
            train(List.of(main), folder);
        } finally {
            delete(folder);
        }
    }

    private static void train(List<String> main, Path folder) throws Exception {
        var lab = new TlsLab();
        Credentials server = lab.valid("mail.example");
        Process gateway = new ProcessBuilder(line(main, folder, server))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String ready = gateway.inputReader().readLine();
            if (ready == null) {
                throw new IOException("the gateway did not start");
            }
            load(new InetSocketAddress(InetAddress.getLoopbackAddress(), Training.port(ready)), lab);
        } finally {
            gateway.destroy(); // at its end it writes the cache
            gateway.waitFor();
        }
    }

    private static List<String> line(List<String> main, Path folder, Credentials server) throws IOException {
        Path table = Files.writeString(folder.resolve("hat"), """
                $ACCEPTED
                    ACCEPT {
                        tls = "on"
                    }
                ALL:
                    $ACCEPTED
                """);
        Path certificate = Files.writeString(folder.resolve("certificate"), server.chainPem());
        Path key = Files.writeString(folder.resolve("key"), server.keyPem());
        var line = new ArrayList<>(main);
        line.addAll(List.of("serve", "--smtp", "127.0.0.1:0", "--hat", table.toString()));
        line.addAll(List.of("--mail-log", folder.resolve("log").toString()));
        line.addAll(List.of("--cert", certificate.toString(), "--key", key.toString()));
        return line;
    }

    private static void load(InetSocketAddress gateway, TlsLab lab) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = new ArrayList<Future<?>>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(() -> {
                    for (int message = 0; message < HANDSHAKES / CLIENTS; message++) {
                        deliver(gateway, lab);
                    }
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
    }

    private static void deliver(InetSocketAddress gateway, TlsLab lab) throws IOException {
        var stranger = lab.client(); // one who was here before would go on with the session it had
        try (var client = SmtpClient.connect(gateway, stranger)) {
            client.say("EHLO client.example");
            client.startTls("mail.example");
            client.say("EHLO client.example");
            Training.deliver(client);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
