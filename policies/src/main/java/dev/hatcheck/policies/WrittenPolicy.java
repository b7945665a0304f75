package dev.hatcheck.policies;

import java.util.List;

/**
 * A mail flow policy as written: what it leaves out comes from the listener.
 *
 * @param behavior what it does with a connection
 * @param lines parameters and comments, in order
 */
public record WrittenPolicy(ConnectionBehavior behavior, List<Line> lines) {
    public WrittenPolicy {
        lines = List.copyOf(lines);
    }

    /** What may stand between the braces of a policy. */
    public sealed interface Line permits WrittenParameter, Comment {}

    /** The parameters, in order. */
    public List<WrittenParameter> parameters() {
        return Lines.only(WrittenParameter.class, lines);
    }
}
