package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Assumed;

/** How a text in quotes writes the characters that would end it. */
@Assumed("the appliance's escapes are not documented; these are the ones that its own strings would need")
final class Escapes {
    private Escapes() {}

    /** The text in quotes. */
    static String quote(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    /** What a text stands for that is in quotes as a whole; any other text stands for itself. */
    static String withoutQuotes(String text) {
        int end = 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        boolean isQuoted = text.startsWith("\"") && end == text.length() - 1;
        return isQuoted ? unquote(text.substring(1, end)) : text;
    }

    /** What the characters between two quotes stand for; a backslash before any other character is itself. */
    static String unquote(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        var text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            int escaped = c == '\\' && i + 1 < written.length() ? "\\\"nr".indexOf(written.charAt(i + 1)) : -1;
            text.append(escaped < 0 ? c : "\\\"\n\r".charAt(escaped));
            i += escaped < 0 ? 0 : 1;
        }
        return text.toString();
    }
}
