package dev.hatcheck.smtp.conversation;

import dev.hatcheck.policies.Assumed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts the bytes of a client into command lines.
 *
 * <p>A line ends at CRLF or, for people who type, at a bare LF. What is kept between calls is at most one line.
 */
final class LineReader {
    /** The bytes that a line may have, with its end. */
    @Assumed("RFC 5321 section 4.5.3.1.4 asks for at least 512; the appliance's figure is not known")
    static final int MAX_LINE = 2048;

    private static final Line INCOMPLETE = new Line.Incomplete();

    private byte[] kept = new byte[128];
    private int length;
    private boolean skipping;

    /**
     * The next line, of which it takes just the bytes; {@link Line.Incomplete} when it has taken all bytes there are.
     */
    Line next(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            if (skipping) {
                skipping = b != '\n';
            } else if (b == '\n') {
                return ended();
            } else if (length == MAX_LINE - 1) {
                forget();
                skipping = true;
                return new Line.TooLong();
            } else {
                keep(b);
            }
        }
        return INCOMPLETE;
    }

    /** Forgets what it has of a line. */
    void forget() {
        length = 0;
        skipping = false;
    }

    private void keep(byte b) {
        if (length == kept.length) {
            kept = Arrays.copyOf(kept, length * 2);
        }
        kept[length++] = b;
    }

    private Line ended() {
        int end = length > 0 && kept[length - 1] == '\r' ? length - 1 : length;
        var text = new String(kept, 0, end, StandardCharsets.ISO_8859_1);
        length = 0;
        return text.indexOf('\r') < 0 && text.indexOf('\0') < 0 ? new Line.Whole(text) : new Line.Malformed(text);
    }
}
