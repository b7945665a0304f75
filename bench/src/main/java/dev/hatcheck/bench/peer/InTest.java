package dev.hatcheck.bench.peer;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.hatcheck.fixtures.Gateway;
import dev.hatcheck.policies.text.Preset;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.wiser.Wiser;

/**
 * A server as a test starts it, in the JVM of the test: how long until its first banner, the first time and later, and
 * what many of them hold.
 */
public final class InTest {
    /** What asks for the first start and no more. */
    public static final String FIRST_ALONE = "first-alone";

    private static final int LATER = 300;
    private static final int AT_ONCE = 200;
    private static final double NANOS_IN_MILLI = 1e6;
    private static final double BYTES_IN_MIB = 1 << 20;

    private InTest() {}

    /** The servers, each with how the names of the archives begin that it needs. */
    public enum Kind {
        GATEWAY(
                "hatcheck-",
                "apache-mime4j",
                "commons-io",
                "commons-net",
                "dnsjava",
                "ipaddress",
                "slf4j",
                "tls-channel") {
            @Override
            Started start() {
                Gateway gate = Gateway.builder().preset(Preset.CRES).start();
                return new Started(gate.port(), gate);
            }
        },
        WISER("subethasmtp", "angus", "guava-mini", "jakarta", "jsr305", "slf4j") {
            @Override
            Started start() throws IOException {
                Wiser wiser = Wiser.create(SMTPServer.port(0).bindAddress(InetAddress.getByName("127.0.0.1")));
                wiser.start();
                return new Started(wiser.getServer().getPortAllocated(), wiser::stop);
            }
        },
        GREENMAIL("greenmail", "angus", "jakarta", "junit", "slf4j") {
            @Override
            Started start() {
                var greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
                greenMail.start();
                return new Started(greenMail.getSmtp().getPort(), greenMail::stop);
            }
        };

        private final List<String> archives;

        Kind(String... archives) {
            this.archives = List.of(archives);
        }

        abstract Started start() throws IOException;

        /** Whether it needs an archive of this name. */
        public boolean needs(String archive) {
            return archives.stream().anyMatch(archive::startsWith);
        }
    }

    /** A server at work, and how it is ended. */
    record Started(int port, AutoCloseable end) {}

    /**
     * Prints three numbers: milliseconds of the first start, median of later ones, MiB of heap that 200 at once hold; or
     * the first alone, if that is all that is asked for.
     *
     * @param arguments the kind of server, and {@link #FIRST_ALONE} where it is so
     */
    public static void main(String[] arguments) throws Exception {
        Kind kind = Kind.valueOf(arguments[0]);
        double first = untilBanner(kind);
        if (List.of(arguments).contains(FIRST_ALONE)) {
            System.out.printf(Locale.ROOT, "%.3f%n", first);
            System.exit(0);
        }
        double[] later = new double[LATER];
        for (int i = 0; i < LATER; i++) {
            later[i] = untilBanner(kind);
        }
        Arrays.sort(later);
        System.out.printf(Locale.ROOT, "%.3f %.3f %.3f%n", first, later[LATER / 2], heapOfMany(kind));
        System.exit(0);
    }

    private static double untilBanner(Kind kind) throws Exception {
        long start = System.nanoTime();
        Started server = kind.start();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            if (socket.getInputStream().read() != '2') {
                throw new IOException("no banner");
            }
            return (System.nanoTime() - start) / NANOS_IN_MILLI;
        } finally {
            server.end().close();
        }
    }

    private static double heapOfMany(Kind kind) throws Exception {
        double before = heapInUse();
        var servers = new ArrayList<Started>();
        for (int i = 0; i < AT_ONCE; i++) {
            servers.add(kind.start());
        }
        double more = heapInUse() - before;
        for (Started server : servers) {
            server.end().close();
        }
        return more;
    }

    private static double heapInUse() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / BYTES_IN_MIB;
    }
}
