package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Assumed;
import java.util.Locale;

/**
 * Texts from outside as they may stand in a log or on a terminal.
 *
 * <p>What a client sends can hold line ends, terminal controls, marks that turn the direction of writing, or bytes that
 * are no text at all. None of it gets through raw: it stands as a backslash with letters behind it, and a backslash of
 * the text itself stands doubled, so that the two cannot be confused. What is very long is cut.
 */
public final class LogText {
    /** How many characters of a text are shown, not counting the mark of the cut. */
    @Assumed("a bound for hostile clients; the appliance's is not known")
    static final int MAX_LENGTH = 1_000;

    /** Stands where a text was cut. */
    static final String CUT = "[...]";

    private LogText() {}

    /** The text of bytes from the wire, of which each stands as a character from U+0000 to U+00FF. */
    public static String escape(String wire) {
        return isPlain(wire) ? wire : escaped(wire, Utf8::length);
    }

    /** The same for a log that knows no characters but those of ASCII: each byte of others is shown by its number. */
    static String escapeBytes(String wire) {
        return isPlain(wire) ? wire : escaped(wire, (text, at) -> text.charAt(at) < 0x80 ? 1 : 0);
    }

    /** How many bytes the character at a place takes; 0 if it is to be shown as a byte. */
    private interface Characters {
        int length(String wire, int at);
    }

    /** Whether a text is shown as it is: nearly all are. */
    private static boolean isPlain(String wire) {
        for (int i = 0; i < wire.length(); i++) {
            char c = wire.charAt(i);
            if (c < ' ' || c > '~' || c == '\\') {
                return false;
            }
        }
        return wire.length() <= MAX_LENGTH;
    }

    private static String escaped(String wire, Characters characters) {
        var shown = new StringBuilder();
        int at = 0;
        while (at < wire.length() && shown.length() <= MAX_LENGTH) {
            int length = characters.length(wire, at);
            String next = length == 0 ? hex(wire.charAt(at)) : show(Utf8.codePoint(wire, at, length));
            if (shown.length() + next.length() > MAX_LENGTH) {
                return shown.append(CUT).toString();
            }
            shown.append(next);
            at += Math.max(1, length);
        }
        return shown.toString();
    }

    /** The text of characters from a file, which are themselves and not bytes. */
    public static String escapeText(String text) {
        return isPlain(text) ? text : escape(Utf8.bytes(text));
    }

    private static String show(int codePoint) {
        return switch (codePoint) {
            case '\\' -> "\\\\";
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> isVisible(codePoint) ? Character.toString(codePoint) : hex(codePoint);
        };
    }

    /** No control, no separator of lines, and nothing invisible, such as the marks of writing direction. */
    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static String hex(int codePoint) {
        String form = codePoint <= 0xff ? "\\x%02x" : codePoint <= 0xffff ? "\\u%04x" : "\\U%08x";
        return String.format(Locale.ROOT, form, codePoint);
    }
}
