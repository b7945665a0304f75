package dev.hatcheck.fidelity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Links of a page, their targets gathered at its foot so that its tables can be read as text, too. */
final class Links {
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> definitions = new TreeMap<>();

    /** A link whose text is its label. */
    String to(String text, String target) {
        return to(text, text, target);
    }

    /** A link to what a label stands for. */
    String to(String text, String label, String target) {
        String known = labels.putIfAbsent(label.toLowerCase(Locale.ROOT), target);
        if (known != null && !known.equals(target)) {
            return "[" + text + "](" + target + ")";
        }
        definitions.put(label, target);
        return text.equals(label) ? "[" + text + "]" : "[" + text + "][" + label + "]";
    }

    /** What the labels stand for, a line each. */
    String definitions() {
        return definitions.entrySet().stream()
                .map(it -> "[" + it.getKey() + "]: " + it.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
