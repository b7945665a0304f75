package dev.hatcheck.policies;

import java.util.Objects;
import java.util.Optional;

/**
 * A sender as it stands in the table.
 *
 * <p>No record, because a table may have a million: of where it stands the file and the line are kept, and no text that
 * follows from the sender. Entries of the same sender, text and note are equal. Immutable.
 */
public final class Entry implements SenderGroup.Line {
    private static final String FOLLOWS = "";

    private final Sender sender;
    private final String written;
    private final Optional<Note> note;
    private final String file;
    private final int line;

    /**
     * An entry.
     *
     * @param sender the criterion
     * @param written the criterion as written, which is how the log prints it
     * @param note the remark behind it
     * @param origin where it stands
     */
    public Entry(Sender sender, String written, Optional<Note> note, Origin origin) {
        this.sender = Objects.requireNonNull(sender);
        this.written = written.equals(plain(sender)) ? FOLLOWS : written;
        this.note = Objects.requireNonNull(note);
        this.file = origin.file();
        this.line = origin.line();
    }

    /** How most entries of long tables are written, addresses and blocks of IPv4; nothing for others. */
    private static String plain(Sender sender) {
        return sender instanceof Sender.Address(var range) ? range.plainText().orElse(FOLLOWS) : FOLLOWS;
    }

    /** The criterion. */
    public Sender sender() {
        return sender;
    }

    /** The criterion as written, which is how the log prints it. */
    public String written() {
        return written.equals(FOLLOWS) ? plain(sender) : written;
    }

    /** The remark behind it. */
    public Optional<Note> note() {
        return note;
    }

    /** Where it stands. */
    public Origin origin() {
        return Origin.of(file, line);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry
                && sender.equals(entry.sender)
                && written.equals(entry.written)
                && note.equals(entry.note);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * sender.hashCode() + written.hashCode()) + note.hashCode();
    }

    @Override
    public String toString() {
        return origin() + ": " + written();
    }
}
