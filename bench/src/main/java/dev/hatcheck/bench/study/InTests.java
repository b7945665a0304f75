package dev.hatcheck.bench.study;

import dev.hatcheck.bench.peer.InTest;
import dev.hatcheck.bench.server.Servers;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a test pays for a server in its own JVM: the gate of the kit beside Wiser and GreenMail.
 *
 * <p>On the class path is what each needs, and a folder of classes, as every project has one. Where that stands before
 * the archives, as build tools place it, each class of theirs is looked for there first.
 */
final class InTests implements Study {
    private static final int JVMS_A_ROUND = 2;
    /** What is measured, last of it a second first start. */
    private static final int FIGURES = 4;

    private static final Comparator<Path> FOLDERS_FIRST =
            Comparator.comparing((Path each) -> !Files.isDirectory(each)).thenComparing(Path::toString);
    private static final Comparator<Path> FOLDERS_LAST =
            Comparator.comparing((Path each) -> Files.isDirectory(each)).thenComparing(Path::toString);

    @Override
    public List<Table> measure(Servers servers, Effort effort) throws IOException {
        InTest.Kind[] kinds = InTest.Kind.values();
        int rounds = effort.rounds() * JVMS_A_ROUND;
        var figures = new double[kinds.length][FIGURES][rounds];
        for (int round = -1; round < rounds; round++) {
            for (int kind = 0; kind < kinds.length; kind++) {
                double[] measured = Arrays.copyOf(inFreshJvm(kinds[kind], FOLDERS_LAST), FIGURES);
                measured[FIGURES - 1] = inFreshJvm(kinds[kind], FOLDERS_FIRST, InTest.FIRST_ALONE)[0];
                for (int figure = 0; round >= 0 && figure < FIGURES; figure++) {
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
                List.of(
                        "server",
                        "first start, ms",
                        "later ones, ms",
                        "heap of 200 at once, MiB",
                        "first start behind a folder, ms"),
                rows));
    }

    private static String classPath(InTest.Kind kind, Comparator<Path> order) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(each ->
                        Files.isDirectory(each) || kind.needs(each.getFileName().toString()))
                .sorted(order)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static double[] inFreshJvm(InTest.Kind kind, Comparator<Path> order, String... asked) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(kind, order),
                InTest.class.getName(),
                kind.name()));
        command.addAll(List.of(asked));
        var process = new ProcessBuilder(command)
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
