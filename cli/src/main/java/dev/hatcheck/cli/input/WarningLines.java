package dev.hatcheck.cli.input;

import dev.hatcheck.policies.text.Doubt;
import dev.hatcheck.policies.text.Warning;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/**
 * What a reader warned of, in lines for people: what goes for many lines of a file is told together, and that a policy is
 * the one that every listener comes with is left to {@code check}.
 */
final class WarningLines {
    private WarningLines() {}

    /** The lines about one file, each once. */
    static List<String> of(List<Warning> warnings) {
        List<String> notEnforced = distinct(warnings, Doubt.NotEnforced.class, Doubt.NotEnforced::keyword);
        var lines = new LinkedHashSet<String>();
        for (Warning warning : warnings) {
            if (warning.doubt() instanceof Doubt.NotEnforced && notEnforced.size() > 1) {
                lines.add(ofFile(warning, Doubt.NotEnforced.message(notEnforced)));
            } else if (!(warning.doubt() instanceof Doubt.PolicyNotDefined)) {
                lines.add(warning.toString());
            }
        }
        return List.copyOf(lines);
    }

    private static String ofFile(Warning warning, String message) {
        return warning.origin().file() + ": warning: " + message;
    }

    private static <D extends Doubt> List<String> distinct(
            List<Warning> warnings, Class<D> kind, Function<D, String> word) {
        return warnings.stream()
                .map(Warning::doubt)
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(word)
                .distinct()
                .toList();
    }
}
