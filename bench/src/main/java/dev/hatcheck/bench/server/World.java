package dev.hatcheck.bench.server;

import dev.hatcheck.fixtures.tls.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The files that a measured Hatcheck is given.
 *
 * <p>The table has a thousand entries in ten groups, every form that does not need a list of others, and only behind
 * them the group of this machine: a client from 127.0.0.0/8 is asked about all of them. It has a name, which is
 * verified, and no limits but those on recipients and on header lines.
 */
public record World(Path hat, Path rat, Path zone, Path certificate, Path key, Path keyStore) {
    private static final int GROUPS = 10;
    private static final int ENTRIES_OF_A_GROUP = 100;
    private static final long SEED = 20;

    private static final String HERE = """
            HERE:
                127.0.0.0/8
                $UNLIMITED
            ALL
                REJECT
            """;

    private static final String POLICIES = """
            $LIMITED
                ACCEPT {
                    max_message_size = 10M
                    max_concurrency = 10
                    tls = "on"
                }
            $UNLIMITED
                ACCEPT {
                    max_message_size = 200M
                    max_msgs_per_session = -1
                    max_concurrency = -1
                    tls = "on"
                }
            """;

    private static final String NAMES = """
            1.0.0.127.in-addr.arpa.  PTR  client.example.
            client.example.          A    127.0.0.1
            """;

    /** Writes them into a folder. */
    public static World in(Path folder, Credentials credentials) throws IOException {
        return new World(
                Files.writeString(folder.resolve("bench.hat"), table()),
                Files.writeString(folder.resolve("bench.rat"), "mail.example ACCEPT\nALL REJECT\n"),
                Files.writeString(folder.resolve("bench.zone"), NAMES),
                Files.writeString(folder.resolve("certificate.pem"), credentials.chainPem()),
                Files.writeString(folder.resolve("key.pem"), credentials.keyPem()),
                KeyStores.write(folder.resolve("server.p12"), credentials));
    }

    /** The options of a gateway that has these files and logs to that one. */
    public List<String> options(Path mailLog) {
        var options = new ArrayList<String>();
        options.addAll(List.of("serve", "--smtp", "127.0.0.1:0", "--mail-log", mailLog.toString()));
        options.addAll(List.of("--hat", hat.toString(), "--rat", rat.toString(), "--zone", zone.toString()));
        options.addAll(List.of("--cert", certificate.toString(), "--key", key.toString()));
        return options;
    }

    private static String table() {
        var text = new StringBuilder(POLICIES);
        var random = new Random(SEED);
        for (int group = 0; group < GROUPS; group++) {
            text.append("GROUP").append(group).append(":\n");
            for (int entry = 0; entry < ENTRIES_OF_A_GROUP; entry++) {
                text.append("    ")
                        .append(sender(group * ENTRIES_OF_A_GROUP + entry, random))
                        .append('\n');
            }
            text.append("    $LIMITED\n");
        }
        return text.append(HERE).toString();
    }

    /** Six in ten are addresses or blocks, three names, one a score; none is met by this machine. */
    private static String sender(int number, Random random) {
        int first = 128 + random.nextInt(64);
        int second = random.nextInt(256);
        int third = random.nextInt(256);
        return switch (number % 10) {
            case 0, 1, 2 -> first + "." + second + "." + third + "." + random.nextInt(256);
            case 3, 4 -> first + "." + second + "." + third + ".0/" + (24 + random.nextInt(3));
            case 5 -> first + "." + second + "." + third + "." + "10-" + (11 + random.nextInt(200));
            case 6, 7 -> ".partner" + number + ".example";
            case 8 -> "mx" + number + ".customer.example";
            default -> "sbrs[-" + (1 + number % 9) + ".5:-" + (1 + number % 9) + ".0]";
        };
    }
}
