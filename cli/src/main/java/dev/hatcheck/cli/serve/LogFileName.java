package dev.hatcheck.cli.serve;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a file of the mail log, as the appliance gives it: {@code mail.@20261126T194500.s}.
 *
 * @param begun when the file was begun, to the second
 * @param isCurrent whether it is written to; then the name ends in {@code .c}
 */
@Esa("ELASTIC")
@Assumed("the names are known from public samples, and what their last letters say from what people tell")
record LogFileName(LocalDateTime begun, boolean isCurrent) implements Comparable<LogFileName> {
    /** The link to the file that is written to. */
    static final String LINK = "mail.current";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern FORM = Pattern.compile("mail\\.@([0-9]{8}T[0-9]{6})\\.([cs])");

    /** The name that a file has, or nothing if it is none of the log's. */
    static Optional<LogFileName> of(Path file) {
        var form = FORM.matcher(file.getFileName().toString());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogFileName(
                    LocalDateTime.parse(form.group(1), STAMP), form.group(2).equals("c")));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** The name of a file that is begun and written to now. */
    static LogFileName current(LocalDateTime now) {
        return new LogFileName(now.truncatedTo(ChronoUnit.SECONDS), true);
    }

    /** The same when nothing more is written to it. */
    LogFileName full() {
        return new LogFileName(begun, false);
    }

    /** The next after it that is written to. */
    LogFileName next() {
        return current(begun.plusSeconds(1));
    }

    @Override
    public int compareTo(LogFileName other) {
        return begun.compareTo(other.begun);
    }

    @Override
    public String toString() {
        return "mail.@" + STAMP.format(begun) + (isCurrent ? ".c" : ".s");
    }
}
