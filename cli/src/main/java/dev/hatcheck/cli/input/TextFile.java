package dev.hatcheck.cli.input;

import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.text.Problem;
import dev.hatcheck.policies.text.SyntaxException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a file as UTF-8 and takes nothing else for it. */
final class TextFile {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    /** What stands in a text for bytes that are none. */
    private static final char REPLACEMENT = '\ufffd';

    private TextFile() {}

    /**
     * The text of a file, without a byte order mark.
     *
     * @throws IOException if the file cannot be read
     * @throws SyntaxException with the place of every run of bytes that is no text
     */
    static String read(Path file) throws IOException {
        return read(Files.readAllBytes(file), file.toString());
    }

    /**
     * The text of some bytes, which messages call by a name, without a byte order mark.
     *
     * @throws SyntaxException with the place of every run of bytes that is no text
     */
    static String read(byte[] bytes, String name) {
        if (isUtf16(bytes)) {
            String message = "the file is UTF-16, as its first two bytes say; save it as UTF-8";
            throw new SyntaxException(List.of(new Problem(Origin.of(name, 1), 1, message)));
        }
        String replaced = new String(bytes, StandardCharsets.UTF_8);
        String text = replaced.indexOf(REPLACEMENT) < 0 ? replaced : decode(bytes, name);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
                        || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff);
    }

    /** The slow way, which knows what it cannot read; a text may also hold a replacement character as such. */
    private static String decode(byte[] bytes, String file) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // which reports what it cannot read
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        List<Problem> problems = new ArrayList<>();
        int line = 1;
        int lineStart = 0;
        int seen = 0;
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            for (; seen < out.position(); seen++) {
                if (out.get(seen) == '\n') {
                    line++;
                    lineStart = seen + 1;
                }
            }
            problems.add(malformed(Origin.of(file, line), seen - lineStart + 1, in.get(in.position())));
            in.position(in.position() + result.length());
            result = decoder.decode(in, out, true);
        }
        if (!problems.isEmpty()) {
            throw new SyntaxException(problems);
        }
        return out.flip().toString();
    }

    private static Problem malformed(Origin origin, int column, byte found) {
        String message = String.format(
                Locale.ROOT, "found the byte 0x%02x, which is not UTF-8; save the file as UTF-8", found & 0xff);
        return new Problem(origin, column, message);
    }
}
