package dev.hatcheck.cli.input;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An organisation at the reputation service.
 *
 * @param number 0 or more
 */
public record Organization(long number) {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,18}"); // as many digits as the reputation file takes

    /** The organisation of a number in text, or nothing if it is none. */
    static Optional<Organization> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Organization(Long.parseLong(text))) : Optional.empty();
    }
}
