package dev.hatcheck.bench.server;

import dev.hatcheck.bench.peer.BareTlsServer;
import dev.hatcheck.bench.peer.GreenMailServer;
import dev.hatcheck.bench.peer.WiserServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The servers that are measured.
 *
 * @param builds the Hatchecks, this checkout's first
 * @param world what they are given
 * @param folder where all that is written goes
 */
public record Servers(List<Build> builds, World world, Path folder) {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String BACKLOG = "1024";

    /**
     * A build of Hatcheck.
     *
     * @param name in tables
     * @param launcher what runs it
     * @param options more of them for its virtual machine
     */
    public record Build(String name, Launcher launcher, List<String> options) {
        public Build {
            options = List.copyOf(options);
        }

        private Server gateway(Path folder, List<String> arguments) {
            try {
                return new Server.Announcing(name, launcher.command(folder, options, arguments));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    public Servers {
        builds = List.copyOf(builds);
    }

    /** Postfix's sink, written in C, which checks nothing: what all others are compared with. */
    public Server sink() {
        // It does not run as root; whoever is somebody else already need not change that.
        List<String> user = System.getProperty("user.name").equals("root") ? List.of("-u", "nobody") : List.of();
        return new Server.Silent("smtp-sink", port -> {
            var command = new ArrayList<>(List.of("smtp-sink", "-h", "mail.example"));
            command.addAll(user);
            command.addAll(List.of("127.0.0.1:" + port, BACKLOG));
            return command;
        });
    }

    /** Each build of Hatcheck as a gateway with the whole table. */
    public List<Server> hatchecks() {
        return builds.stream().map(this::hatcheck).toList();
    }

    /** This checkout's. */
    public Server hatcheck() {
        return hatcheck(builds.get(0));
    }

    private Server hatcheck(Build build) {
        return build.gateway(folder, world.options(folder.resolve(build.name() + "-mail.log")));
    }

    /** Each build as a gateway with the table that it has of itself, and its log on standard error. */
    public List<Server> presets() {
        return builds.stream()
                .map(build -> build.gateway(folder, List.of("serve", "--smtp", "127.0.0.1:0")))
                .toList();
    }

    /** SubEthaSMTP as tests embed it. */
    public Server wiser() {
        return peer("Wiser", WiserServer.class);
    }

    /** GreenMail as tests embed it. */
    public Server greenMail() {
        return peer("GreenMail", GreenMailServer.class);
    }

    private static Server peer(String name, Class<?> program) {
        return new Server.Peer(name, List.of(JAVA, "-cp", System.getProperty("java.class.path"), program.getName()));
    }

    /** A bare loop over the JDK's TLS with the certificate of the gateway: as fast as this Java can be. */
    public Server bareTls() {
        return new Server.Announcing(
                "SSLEngine loop",
                List.of(
                        JAVA,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareTlsServer.class.getName(),
                        world.keyStore().toString()));
    }
}
