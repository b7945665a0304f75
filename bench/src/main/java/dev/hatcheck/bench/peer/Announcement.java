package dev.hatcheck.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * How a peer talks with who started it: it says where it listens, forgets its messages when told, and ends with its
 * input.
 */
final class Announcement {
    /** The line that tells a peer to forget. */
    private static final String FORGET = "forget";

    private Announcement() {}

    /** What a peer does when it is told to. */
    @FunctionalInterface
    interface Forgetting {
        void forget() throws Exception;
    }

    /** Says that clients are served, in the words of {@code hatcheck serve}, and returns when the server is to end. */
    static void serve(int port, Forgetting messages) throws Exception {
        System.out.println("ready smtp 127.0.0.1:" + port);
        try (var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            for (String line = next(commands); !line.isEmpty(); line = next(commands)) {
                if (line.equals(FORGET)) {
                    messages.forget();
                }
                System.out.println("done");
            }
        }
    }

    private static String next(BufferedReader commands) throws IOException {
        String line = commands.readLine();
        return line == null ? "" : line;
    }
}
