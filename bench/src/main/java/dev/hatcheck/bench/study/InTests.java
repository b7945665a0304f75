package dev.hatcheck.bench.study;

import dev.hatcheck.bench.peer.InTest;
import dev.hatcheck.bench.server.Servers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a test pays for a server in its own JVM: the gate of the kit beside Wiser and GreenMail. */
final class InTests implements Study {
    private static final int JVMS_A_ROUND = 2;

    @Override
    public List<Table> measure(Servers servers, Effort effort) throws IOException {
        InTest.Kind[] kinds = InTest.Kind.values();
        int rounds = effort.rounds() * JVMS_A_ROUND;
        var figures = new double[kinds.length][3][rounds];
        for (int round = -1; round < rounds; round++) {
            for (int kind = 0; kind < kinds.length; kind++) {
                double[] measured = inFreshJvm(kinds[kind]);
                for (int figure = 0; round >= 0 && figure < measured.length; figure++) {
                    figures[kind][figure][round] = measured[figure];
                }
            }
        }
        var rows = new ArrayList<List<String>>();
        for (int kind = 0; kind < kinds.length; kind++) {
            var row = new ArrayList<>(List.of(kinds[kind].name().toLowerCase(Locale.ROOT)));
            Arrays.stream(figures[kind]).map(Figure::of).map(Figure::ratio).forEach(row::add);
            rows.add(row);
        }
        return List.of(new Table(
                "In the JVM of a test, from the call to the first byte of the banner, " + rounds + " fresh JVMs each",
                List.of("server", "first start, ms", "later ones, ms", "heap of 200 at once, MiB"),
                rows));
    }

    private static double[] inFreshJvm(InTest.Kind kind) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InTest.class.getName(),
                        kind.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var answer = process.inputReader(StandardCharsets.US_ASCII)) {
            String line = answer.readLine();
            if (line == null) {
                throw new IOException(kind + " did not start");
            }
            return Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }
}
