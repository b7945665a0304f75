package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Rfc;

/** UTF-8 in texts whose characters stand for bytes. */
@Rfc("3629 section 4")
final class Utf8 {
    private Utf8() {}

    /** How many bytes the well-formed character at a place takes; 0 if there is none. */
    static int length(String wire, int at) {
        int first = wire.charAt(at);
        int length = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : 4;
        if (length == 4 && (first < 0xf0 || first > 0xf4) || at + length > wire.length()) {
            return 0;
        }
        for (int i = at + 1; i < at + length; i++) {
            if (wire.charAt(i) < 0x80 || wire.charAt(i) > 0xbf) {
                return 0;
            }
        }
        return length == 1 || isShortest(first, wire.charAt(at + 1)) ? length : 0;
    }

    /** Whether a character is neither written longer than need be, nor a surrogate, nor beyond U+10FFFF. */
    private static boolean isShortest(int first, int second) {
        return switch (first) {
            case 0xe0 -> second >= 0xa0;
            case 0xed -> second <= 0x9f;
            case 0xf0 -> second >= 0x90;
            case 0xf4 -> second <= 0x8f;
            default -> true;
        };
    }

    /** The character of a well-formed sequence. */
    static int codePoint(String wire, int at, int length) {
        int codePoint = length == 1 ? wire.charAt(at) : wire.charAt(at) & 0x7f >> length;
        for (int i = at + 1; i < at + length; i++) {
            codePoint = codePoint << 6 | wire.charAt(i) & 0x3f;
        }
        return codePoint;
    }

    /** The bytes of a text, each as a character; a lone surrogate becomes a sequence that is not well-formed. */
    static String bytes(String text) {
        var bytes = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(codePoint, bytes));
        return bytes.toString();
    }

    private static void append(int codePoint, StringBuilder bytes) {
        if (codePoint < 0x80) {
            bytes.append((char) codePoint);
            return;
        }
        int following = codePoint < 0x800 ? 1 : codePoint < 0x10000 ? 2 : 3;
        bytes.append((char) (0xff00 >> following + 1 & 0xff | codePoint >> 6 * following));
        for (int i = following - 1; i >= 0; i--) {
            bytes.append((char) (0x80 | codePoint >> 6 * i & 0x3f));
        }
    }
}
