package dev.hatcheck.policies;

import java.util.List;

/**
 * A named list of senders that share an access rule.
 *
 * @param name as written
 * @param lines entries and comments, in order
 * @param rule what happens to the hosts that any entry matches
 * @param origin the line of its name
 */
public record SenderGroup(String name, List<Line> lines, AccessRule rule, Origin origin)
        implements HostAccessTable.Line {
    public SenderGroup {
        lines = List.copyOf(lines);
    }

    /** What may stand in a group. */
    public sealed interface Line permits Entry, Comment {}

    /** The entries, in order. */
    public List<Entry> members() {
        return Lines.only(Entry.class, lines);
    }
}
