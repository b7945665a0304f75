package dev.hatcheck.cli.input;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A size.
 *
 * @param bytes 1,024 or more
 */
public record ByteCount(long bytes) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})([kKmM]?)");
    private static final int KILO = 1_024;

    /** The size of a text such as {@code 500k} or {@code 10M}, or nothing if it is none, or too small a one. */
    static Optional<ByteCount> read(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long unit = switch (form.group(2)) {
            case "k", "K" -> KILO;
            case "m", "M" -> KILO * KILO;
            default -> 1;
        };
        long bytes = Long.parseLong(form.group(1)) * unit;
        return bytes < KILO ? Optional.empty() : Optional.of(new ByteCount(bytes));
    }
}
