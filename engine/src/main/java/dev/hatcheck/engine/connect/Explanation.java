package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.Entry;
import java.util.List;
import java.util.Optional;

/**
 * An admission with its reasons.
 *
 * @param admission what was decided
 * @param whyNot every entry that stood before the deciding one, in the order of evaluation
 */
public record Explanation(Admission admission, List<PassedOver> whyNot) {
    public Explanation {
        whyNot = List.copyOf(whyNot);
    }

    /** An entry that did not decide. */
    public record PassedOver(Optional<String> group, Entry entry, Miss reason) {}
}
