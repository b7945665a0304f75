package dev.hatcheck.fidelity;

import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All transcripts, asked which of them show something. The shortest comes first: there it is plainest. */
final class Transcripts {
    private final List<Played> all = new ArrayList<>();
    private final Map<Saying, List<Played>> saying = new HashMap<>();

    /** The transcripts of the project; of each thing said in them, exactly one of the sayings is shown. */
    Transcripts(List<Path> files, List<Saying> sayings) throws IOException {
        for (Path file : files) {
            all.add(Played.read(file));
        }
        all.sort(Comparator.comparing(Played::length).thenComparing(Played::file));
        for (Played transcript : all) {
            transcript.said().stream()
                    .flatMap(said -> meant(said, sayings))
                    .distinct()
                    .forEach(meant -> saying.computeIfAbsent(meant, it -> new ArrayList<>())
                            .add(transcript));
        }
    }

    private static Stream<Saying> meant(String said, List<Saying> sayings) {
        return sayings.stream().filter(it -> it.fits(said)).max(Comparator.comparing(Saying::weight)).stream();
    }

    /** All of them, by folder and sentence. */
    List<Played> all() {
        return all.stream().sorted(Comparator.comparing(Played::file)).toList();
    }

    /** Where this is said. */
    List<Path> showing(Saying said) {
        return saying.getOrDefault(said, List.of()).stream().map(Played::file).toList();
    }

    /** Where a parameter is set. */
    List<Path> showing(Parameter<?> parameter) {
        boolean ofTheListener = ListenerParameters.all().contains(parameter);
        return all.stream()
                .filter(it -> (ofTheListener ? it.settings() : it.policies()).contains(parameter.keyword()))
                .map(Played::file)
                .toList();
    }
}
