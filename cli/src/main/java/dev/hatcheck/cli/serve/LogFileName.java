package dev.hatcheck.cli.serve;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a file of the mail log, as the appliance gives it: {@code mail.@20261126T194500.s}.
 *
 * @param stamp when the file was begun; those of later files are greater
 * @param isCurrent whether it is written to; then the name ends in {@code .c}
 */
@Esa("ELASTIC")
@Assumed("the names are known from public samples, and what their last letters say from what people tell")
record LogFileName(String stamp, boolean isCurrent) implements Comparable<LogFileName> {
    /** The link to the file that is written to. */
    static final String LINK = "mail.current";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
    private static final Pattern FORM = Pattern.compile("mail\\.@([0-9]{8}T[0-9]{6})\\.([cs])");

    /** The name of a file that is begun now. */
    static LogFileName begun(LocalDateTime now) {
        return new LogFileName(STAMP.format(now), true);
    }

    /** The name that a file has, or nothing if it is none of the log's. */
    static Optional<LogFileName> of(Path file) {
        var form = FORM.matcher(file.getFileName().toString());
        return form.matches()
                ? Optional.of(new LogFileName(form.group(1), form.group(2).equals("c")))
                : Optional.empty();
    }

    /** The same when nothing more is written to it. */
    LogFileName full() {
        return new LogFileName(stamp, false);
    }

    @Override
    public int compareTo(LogFileName other) {
        return stamp.compareTo(other.stamp);
    }

    @Override
    public String toString() {
        return "mail.@" + stamp + (isCurrent ? ".c" : ".s");
    }
}
