package dev.hatcheck.policies.text;

/**
 * What an author wrote, as a message shows it: on one line, not too long, and without characters that act on a
 * terminal.
 */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    /** The text in quotes. */
    static String of(String text) {
        return '"' + bare(text) + '"';
    }

    /** The text alone. */
    static String bare(String text) {
        var shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append("\\u%04x".formatted((int) c));
            } else {
                shown.append(c);
            }
        }
        return text.length() > LONGEST ? shown + "..." : shown.toString();
    }
}
