package dev.hatcheck.policies;

import java.util.List;

/**
 * A line of the Recipient Access Table.
 *
 * @param recipient the criterion
 * @param written the criterion as written
 * @param accepts whether the mail is taken
 * @param parameters what stands between its braces, in order; a parameter without a value has an empty text
 * @param origin where it stands
 */
public record RecipientEntry(
        Recipient recipient, String written, boolean accepts, List<WrittenParameter> parameters, Origin origin)
        implements RecipientAccessTable.Line {
    public RecipientEntry {
        parameters = List.copyOf(parameters);
    }
}
