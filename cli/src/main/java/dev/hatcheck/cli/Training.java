package dev.hatcheck.cli;

import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.fixtures.SmtpClient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Scanner;
import javax.net.ssl.SSLContext;

/**
 * Does what users do first, so that the build can keep the classes which that takes in a cache.
 *
 * <p>A gateway starts and takes a message, and a client is traced. Nothing is said, and nothing is left behind.
 */
final class Training {
    private Training() {}

    /** Trains, and ends the process with 0; or with 1 at the first failure, and classes behind it are not loaded. */
    public static void main(String[] arguments) {
        try {
            train();
            System.exit(0);
        } catch (IOException | NoSuchAlgorithmException | RuntimeException failed) {
            failed.printStackTrace();
            System.exit(1); // the gateway would go on
        }
    }

    private static void train() throws IOException, NoSuchAlgorithmException {
        Path log = Files.createTempFile("hatcheck-training", ".log");
        try (var said = new PipedReader();
                var lines = new Scanner(said)) {
            var out = new PrintWriter(new PipedWriter(said));
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> Main.run(
                            plain(), out, silent(), "serve", "--smtp", "127.0.0.1:0", "--mail-log", log.toString()));
            deliver(port(lines.nextLine()));
            Main.run(plain(), silent(), silent(), "trace", "--ip", "192.0.2.1");
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /** The port in the line by which a gateway says that it is ready. */
    static int port(String ready) {
        return Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1));
    }

    /** Hands over a message as a client that has said its name, and says goodbye. */
    static void deliver(SmtpClient greeted) throws IOException {
        greeted.say("MAIL FROM:<a@example.com>");
        greeted.say("RCPT TO:<b@example.com>");
        greeted.send("Subject: training\n\nHello.\n");
        greeted.say("QUIT");
    }

    private static void deliver(int port) throws IOException, NoSuchAlgorithmException {
        var gateway = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var client = SmtpClient.connect(gateway, SSLContext.getDefault())) {
            client.say("EHLO client.example");
            deliver(client);
        }
    }

    private static Terminal plain() {
        return Terminal.ofProcess().withColour(false);
    }

    private static PrintWriter silent() {
        return new PrintWriter(OutputStream.nullOutputStream());
    }
}
