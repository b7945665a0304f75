package dev.hatcheck.cli.diff;

import dev.hatcheck.engine.insight.Change;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A parameter that is not what it was.
 *
 * @param keyword its name
 * @param before its value as tables write it; empty if nobody says it, which is possible of what a policy only keeps
 * @param after what it is now
 */
public record ChangedParameter(String keyword, Optional<String> before, Optional<String> after) {
    /** The parameters of a change, in their order. */
    public static List<ChangedParameter> of(Change change) {
        var keywords = new LinkedHashSet<>(change.before().parameters().keySet());
        keywords.addAll(change.after().parameters().keySet());
        return keywords.stream()
                .map(keyword -> new ChangedParameter(
                        keyword,
                        Optional.ofNullable(change.before().parameters().get(keyword)),
                        Optional.ofNullable(change.after().parameters().get(keyword))))
                .filter(parameter -> !parameter.before().equals(parameter.after()))
                .toList();
    }
}
