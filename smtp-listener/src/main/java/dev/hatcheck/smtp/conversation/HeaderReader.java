package dev.hatcheck.smtp.conversation;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Limit;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteArrayBuffer;

/**
 * Looks through the header of a message as it streams by: counts its lines and hops, and remembers two fields.
 *
 * <p>What it keeps is bounded: of a field, the first bytes only.
 */
final class HeaderReader {
    /** The bytes that a header may have. */
    @Assumed("a bound for hostile clients; the appliance's is not known")
    static final Limit MAX_BYTES = Limit.atMost(1 << 20);

    /** The bytes of a field that are remembered; the log shows fewer. */
    @Assumed("a bound for hostile clients; newer releases limit the subject to as much")
    private static final int KEPT_OF_A_FIELD = 8192;

    private final Limit maxLines;
    private final ByteArrayBuffer field = new ByteArrayBuffer(256);
    private Optional<String> messageId = Optional.empty();
    private Optional<String> subject = Optional.empty();
    private long bytes;
    private long lines;
    private int hops;
    private int column;
    private boolean ended;

    HeaderReader(Limit maxLines) {
        this.maxLines = maxLines;
    }

    /** The next byte of the message. */
    void accept(byte b) {
        bytes++;
        if (column == 0 && b != ' ' && b != '\t') {
            fieldEnded();
        }
        if (b == '\n') {
            ended = column == 0 || column == 1 && isEmptyLine();
            lines += ended ? 0 : 1;
            column = 0;
        } else {
            column++;
        }
        if (field.length() < KEPT_OF_A_FIELD) {
            field.append(b);
        }
    }

    private boolean isEmptyLine() {
        return field.length() == 1 && field.byteAt(0) == '\r';
    }

    /** Whether the empty line behind the header was read. */
    boolean hasEnded() {
        return ended;
    }

    /** Whether the header has more lines or bytes than it may have. */
    boolean isTooBig() {
        return maxLines.isExceededBy(lines) || MAX_BYTES.isExceededBy(bytes);
    }

    /** The Received fields so far. */
    int hops() {
        return hops;
    }

    /** The message is over, with or without an empty line. */
    void messageEnded() {
        fieldEnded();
    }

    /** The value of the first Message-ID field. */
    Optional<String> messageId() {
        return messageId;
    }

    /** The value of the first Subject field, folds included. */
    Optional<String> subject() {
        return subject;
    }

    private void fieldEnded() {
        if (!field.isEmpty()) {
            remember(field);
            field.clear();
        }
    }

    /** A line without a colon, such as the empty one, is no field; it counts as a line all the same. */
    private void remember(ByteArrayBuffer bytesOfField) {
        if (bytesOfField.indexOf((byte) ':') < 0) {
            return;
        }
        try {
            RawField parsed = RawFieldParser.DEFAULT.parseField(bytesOfField);
            switch (Ascii.lowerCase(parsed.getName())) {
                case "received" -> hops++;
                case "message-id" -> messageId = messageId.or(() -> Optional.of(value(parsed)));
                case "subject" -> subject = subject.or(() -> Optional.of(value(parsed)));
                default -> {}
            }
        } catch (MimeException noField) {
            // What stands before the colon is no name of a field.
        }
    }

    private static String value(RawField parsed) {
        var raw = parsed.getRaw();
        var value = new StringBuilder();
        for (int i = parsed.getDelimiterIdx() + 1; i < raw.length(); i++) {
            value.append((char) (raw.byteAt(i) & 0xff));
        }
        return value.toString().strip();
    }
}
