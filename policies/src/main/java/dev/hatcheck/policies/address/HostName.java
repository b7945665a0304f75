package dev.hatcheck.policies.address;

import dev.hatcheck.policies.Ascii;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host name of letters, digits, hyphens and underscores, in lower case and without a trailing dot.
 *
 * @param text labels of 1 to 63 characters with dots between them, 253 characters at most
 */
public record HostName(String text) {
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

    public HostName {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("no host name: " + text);
        }
    }

    /** The name of a text in any case, with or without one trailing dot; nothing if it is not one (or not ASCII). */
    public static Optional<HostName> read(String text) {
        String name = Ascii.lowerCase(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
        return NAME.matcher(name).matches() ? Optional.of(new HostName(name)) : Optional.empty();
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
