package dev.hatcheck.bench.study;

import dev.hatcheck.bench.client.SmtpSource;
import dev.hatcheck.bench.server.Launcher;
import dev.hatcheck.bench.server.Servers;
import dev.hatcheck.bench.server.World;
import dev.hatcheck.fixtures.tls.TlsLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of all studies. */
@Command(
        name = "bench/run",
        header = "Measures Hatcheck from outside, beside others, on 127.0.0.1.%n",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    private enum Topic {
        THROUGHPUT,
        TLS,
        MEMORY,
        START,
        HOSTILE,
        KIT,
    }

    @Parameters(description = "What to measure: throughput, tls, memory, start, hostile, kit. Without it: all.")
    private List<Topic> topics = List.of(Topic.values());

    @Option(names = "--hatcheck", required = true, description = "The launcher of the Hatcheck that is measured.")
    private Path launcher;

    @Option(
            names = "--beside",
            paramLabel = "NAME=PATH",
            description = "The launcher of another checkout, measured in the same rounds. Repeatable.")
    private Map<String, Path> others = new LinkedHashMap<>();

    @Option(names = "--jvm", paramLabel = "OPTION", description = "For the JVM of this Hatcheck. Repeatable.")
    private List<String> jvmOptions = List.of();

    @Option(names = "--mode", paramLabel = "TEXT", description = "Only this throughput mode, as in --mode='-d -s 10'.")
    private String mode = "";

    @Option(names = "--alone", description = "Throughput without Wiser and GreenMail.")
    private boolean alone;

    @Option(names = "--rounds", defaultValue = "7", description = "That count (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--messages", defaultValue = "5000", description = "In a round (default: ${DEFAULT-VALUE}).")
    private int messages;

    @Option(
            names = "--connections",
            defaultValue = "10000",
            description = "Idle ones, of the study of memory (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--seconds", defaultValue = "15", description = "Of each attack (default: ${DEFAULT-VALUE}).")
    private int seconds;

    private Bench() {}

    /** Runs the studies and prints their tables. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("hatcheck-bench");
        var ca = new TlsLab();
        var servers = new Servers(builds(), World.in(folder, ca.valid("mail.example")), folder);
        var effort = new Effort(rounds, messages, connections, seconds);
        for (Topic topic : topics) {
            study(topic, ca.client()).measure(servers, effort).forEach(table -> System.out.print(table.text()));
        }
        delete(folder); // after a failure it stays, for whoever looks for the reason
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<Servers.Build> builds() {
        var builds = new ArrayList<>(List.of(new Servers.Build("Hatcheck", new Launcher(launcher), jvmOptions)));
        for (var other : others.entrySet()) {
            builds.add(new Servers.Build(other.getKey(), new Launcher(other.getValue()), List.of()));
        }
        return builds;
    }

    private Study study(Topic topic, SSLContext trust) {
        return switch (topic) {
            case THROUGHPUT ->
                new Throughput(
                        SmtpSource.MODES.stream()
                                .filter(source ->
                                        mode.isEmpty() || source.name().equals(mode))
                                .toList(),
                        !alone);
            case TLS -> new Handshakes(trust);
            case MEMORY -> new Memory(trust);
            case START -> new ColdStart();
            case HOSTILE -> new Hostile(trust);
            case KIT -> new InTests();
        };
    }
}
