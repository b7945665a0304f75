package dev.hatcheck.policies.address;

import dev.hatcheck.policies.Ascii;
import java.util.Optional;

/**
 * A host name of letters, digits, hyphens and underscores, in lower case and without a trailing dot.
 *
 * @param text labels of 1 to 63 characters with dots between them, 253 characters at most
 */
public record HostName(String text) {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    public HostName {
        if (!isName(text)) {
            throw new IllegalArgumentException("no host name: " + text);
        }
    }

    /** The name of a text in any case, with or without one trailing dot; nothing if it is not one (or not ASCII). */
    public static Optional<HostName> read(String text) {
        String name = Ascii.lowerCase(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
        return isName(name) ? Optional.of(new HostName(name)) : Optional.empty();
    }

    /** Written out, as a record's own is only linked at first use, which a start feels. */
    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static boolean isName(String text) {
        int label = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && label > 0) {
                label = 0;
            } else if (isOfLabel(c) && label < LONGEST_LABEL) {
                label++;
            } else {
                return false;
            }
        }
        return label > 0 && text.length() <= LONGEST;
    }

    private static boolean isOfLabel(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    /** Whether this name has at least one label more than {@code suffix} and ends with its labels. */
    public boolean isBelow(HostName suffix) {
        int boundary = text.length() - suffix.text.length() - 1;
        return boundary > 0 && text.charAt(boundary) == '.' && text.endsWith(suffix.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
