package dev.hatcheck.fidelity;

import dev.hatcheck.policies.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is built of the appliance, and what shows it. */
final class Fidelity {
    private final List<Built> built = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final ShownBy byHand;
    private final Transcripts transcripts;

    Fidelity() throws IOException {
        List<Cited> cited = CitedReader.read(Project.files("src/main/java", ".java"));
        byHand = ShownBy.read(ShownBy.FILE, new Tests());
        transcripts = new Transcripts(
                Project.files("src/test/transcripts", ".smtp"),
                cited.stream().flatMap(it -> it.saying().stream()).toList());
        cited.forEach(it -> built.add(new Built(it, evidence(it))));
    }

    private List<Evidence> evidence(Cited cited) {
        List<Evidence> chosen = byHand.showing(cited);
        Optional<List<Path>> derived = derived(cited);
        if (derived.isEmpty() || chosen.stream().anyMatch(Evidence.Unseen.class::isInstance)) {
            return chosen;
        }
        List<Evidence> shown = derived.get().stream()
                .map(it -> (Evidence) Evidence.Test.of(it))
                .toList();
        chosen.stream()
                .filter(it -> Evidence.isTranscript(it) && !shown.contains(it))
                .forEach(it -> problems.add(cited.name() + " is neither said nor set in " + it));
        return chosen.isEmpty() ? shown.stream().limit(1).toList() : chosen;
    }

    /** The transcripts that show an element, if it is one of those that transcripts show by themselves. */
    private Optional<List<Path>> derived(Cited cited) {
        Optional<Parameter<?>> parameter = Parameters.of(cited);
        return parameter.isPresent()
                ? parameter.map(transcripts::showing)
                : cited.saying().map(transcripts::showing);
    }

    List<Built> built() {
        return List.copyOf(built);
    }

    List<Played> sessions() {
        return transcripts.all();
    }

    /** What is wrong with the list kept by hand. */
    List<String> problems() {
        List<String> all = new ArrayList<>(byHand.problems());
        List<String> names = built.stream().map(it -> it.cited().name()).toList();
        byHand.elements().stream()
                .filter(it -> !names.contains(it))
                .forEach(it -> all.add(it + " cites nobody, or does not exist"));
        all.addAll(problems);
        return all;
    }
}
