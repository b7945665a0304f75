package dev.hatcheck.policies;

import java.util.List;
import java.util.Optional;

/**
 * A Host Access Table: its policies, groups, entries and comments in the order of the text.
 *
 * <p>The order of groups and entries is the order of evaluation. A table that a reader made is sound: every policy that
 * it names is defined once, group names differ, and only the last entry is {@code ALL}, whose behavior is not
 * {@code CONTINUE}.
 *
 * @param lines in order
 */
public record HostAccessTable(List<Line> lines) {
    public HostAccessTable {
        lines = List.copyOf(lines);
    }

    /** What may stand at the top level of a table. */
    public sealed interface Line permits Comment, PolicyDefinition, SenderGroup, StandaloneEntry {}

    /** The policy of a name without {@code $}. */
    public Optional<PolicyDefinition> policy(String name) {
        for (Line line : lines) {
            if (line instanceof PolicyDefinition definition && definition.name().equals(name)) {
                return Optional.of(definition);
            }
        }
        return Optional.empty();
    }

    /** The sender group of a name. */
    public Optional<SenderGroup> group(String name) {
        for (Line line : lines) {
            if (line instanceof SenderGroup group && group.name().equals(name)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** The {@code ALL} entry, which a table may leave to the listener's default. */
    public Optional<StandaloneEntry> all() {
        for (Line line : lines) {
            if (line instanceof StandaloneEntry alone && alone.isAll()) {
                return Optional.of(alone);
            }
        }
        return Optional.empty();
    }
}
