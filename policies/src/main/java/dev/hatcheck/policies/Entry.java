package dev.hatcheck.policies;

import java.util.Optional;

/**
 * A sender as it stands in the table.
 *
 * @param sender the criterion
 * @param written the criterion as written, which is how the log prints it
 * @param note the remark behind it
 * @param origin where it stands
 */
public record Entry(Sender sender, String written, Optional<Note> note, Origin origin) implements SenderGroup.Line {}
