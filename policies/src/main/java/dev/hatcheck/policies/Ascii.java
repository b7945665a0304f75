package dev.hatcheck.policies;

/** The letters of the wire, the 26 of ASCII and no others, whatever the locale. */
public final class Ascii {
    private Ascii() {}

    /** The text with {@code A} to {@code Z} in lower case; the same object if there are none. */
    public static String lowerCase(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUpper(text.charAt(i))) {
                return lowered(text, i);
            }
        }
        return text;
    }

    /** Whether the text is one word of letters, digits and underscores. */
    public static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isUpper(c) && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String lowered(String text, int from) {
        char[] chars = text.toCharArray();
        for (int i = from; i < chars.length; i++) {
            if (isUpper(chars[i])) {
                chars[i] += 'a' - 'A';
            }
        }
        return new String(chars);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
