package dev.hatcheck.policies;

import java.util.List;

/**
 * A Recipient Access Table: which recipients a public listener takes mail for, first match first.
 *
 * @param lines entries and comments, in order
 */
@Esa({"UG90-RAT", "CFG76-51", "UG912-RAT"})
public record RecipientAccessTable(List<Line> lines) {
    public RecipientAccessTable {
        lines = List.copyOf(lines);
    }

    /** What may stand in the table. */
    public sealed interface Line permits RecipientEntry, Comment {}

    /** The entries, in order. */
    public List<RecipientEntry> entries() {
        return Lines.only(RecipientEntry.class, lines);
    }
}
