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
        return Lines.only(PolicyDefinition.class, lines)
                .filter(definition -> definition.name().equals(name))
                .findFirst();
    }

    /** The sender group of a name. */
    public Optional<SenderGroup> group(String name) {
        return Lines.only(SenderGroup.class, lines)
                .filter(group -> group.name().equals(name))
                .findFirst();
    }

    /** The {@code ALL} entry, which a table may leave to the listener's default. */
    public Optional<StandaloneEntry> all() {
        return Lines.only(StandaloneEntry.class, lines)
                .filter(StandaloneEntry::isAll)
                .findFirst();
    }
}
