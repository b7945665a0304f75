package dev.hatcheck.fidelity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The list kept by hand of what shows what, where it cannot be derived: {@code element = test, test}, or
 * {@code element = unseen, because ...}; see the file.
 */
final class ShownBy {
    static final Path FILE = Path.of("src/test/resources/fidelity/shown-by.txt");

    private static final String UNSEEN = "unseen, because ";

    private final Map<String, List<Evidence>> byElement = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private ShownBy() {}

    static ShownBy read(Path file, Tests tests) throws IOException {
        var list = new ShownBy();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                list.read(file.getFileName() + ":" + number + ": ", line, tests);
            }
        }
        return list;
    }

    private void read(String place, String line, Tests tests) {
        String[] sides = line.split(" = ", 2);
        if (sides.length < 2) {
            problems.add(place + "\"element = test\" is expected, not \"" + line + "\"");
            return;
        }
        if (byElement.put(sides[0], evidence(place, sides[1], tests)) != null) {
            problems.add(place + sides[0] + " stands twice");
        }
    }

    private List<Evidence> evidence(String place, String text, Tests tests) {
        if (text.startsWith(UNSEEN)) {
            return List.of(new Evidence.Unseen(text.substring(UNSEEN.length())));
        }
        return Stream.of(text.split(", "))
                .flatMap(name -> {
                    var test = tests.named(name);
                    if (test.isEmpty()) {
                        problems.add(place + "there is no transcript, file of problems or test method " + name);
                    }
                    return test.stream();
                })
                .toList();
    }

    /** What shows an element, as far as this list knows. */
    List<Evidence> showing(Cited cited) {
        return byElement.getOrDefault(cited.name(), List.of());
    }

    /** Lines that are not well-formed, and tests that do not exist. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The elements that it names. */
    List<String> elements() {
        return List.copyOf(byElement.keySet());
    }
}
