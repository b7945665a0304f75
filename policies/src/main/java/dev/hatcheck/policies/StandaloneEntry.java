package dev.hatcheck.policies;

/** A sender with an access rule of its own, outside any group; {@code ALL} is the last of them. */
public record StandaloneEntry(Entry entry, AccessRule rule) implements HostAccessTable.Line {
    /** Whether this is the {@code ALL} that ends the table. */
    public boolean isAll() {
        return entry.sender() instanceof Sender.Everyone;
    }
}
