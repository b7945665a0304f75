package dev.hatcheck.cli.input;

import dev.hatcheck.policies.text.Doubt;
import dev.hatcheck.policies.text.Warning;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What a reader warned of, in lines for people: what goes for many lines of a file is told together, and that a policy is
 * the one that every listener comes with is left to {@code check}.
 */
final class WarningLines {
    private WarningLines() {}

    /** The lines about one file, each once. */
    static List<String> of(List<Warning> warnings) {
        Map<String, List<String>> notEnforced = Doubt.NotEnforced.byFile(warnings);
        var lines = new LinkedHashSet<String>();
        for (Warning warning : warnings) {
            String file = warning.origin().file();
            if (warning.doubt() instanceof Doubt.NotEnforced
                    && notEnforced.get(file).size() > 1) {
                lines.add(Doubt.NotEnforced.line(file, notEnforced.get(file)));
            } else if (!(warning.doubt() instanceof Doubt.PolicyNotDefined)) {
                lines.add(warning.toString());
            }
        }
        return List.copyOf(lines);
    }
}
