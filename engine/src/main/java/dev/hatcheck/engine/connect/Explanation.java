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

    /**
     * This explanation, which comes from going through the table, if it is one of what was decided, which comes from an
     * index.
     *
     * @throws IllegalStateException if it is not, so that nobody is told reasons for what does not happen: a bug
     */
    public Explanation of(Admission decided) {
        if (decided != admission) {
            throw new IllegalStateException("a listener decides by " + named(decided)
                    + ", but entry by entry the first match is " + named(admission)
                    + "; the table is needed to find out why");
        }
        return this;
    }

    private static String named(Admission admission) {
        return admission.entry().origin() + ": " + admission.entry().written() + " of "
                + admission.group().map(name -> "group " + name).orElse("no group");
    }

    /** An entry that did not decide. */
    public record PassedOver(Optional<String> group, Entry entry, Miss reason) {}
}
