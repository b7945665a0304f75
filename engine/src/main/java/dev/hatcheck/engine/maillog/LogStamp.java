package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Esa;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What stands before every text of the mail log in a file: the local time to the second, and the level. */
public final class LogStamp {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH);

    private LogStamp() {}

    /** The whole line of a text, without a line end: {@code Tue Nov 24 10:03:11 2026 Info: ...}. */
    @Esa("CRIBL")
    public static String line(LocalDateTime at, String text) {
        return of(at) + text;
    }

    /** The stamp alone, with the blank that ends it. */
    @Esa("CRIBL")
    public static String of(LocalDateTime at) {
        return TIME.format(at) + " Info: ";
    }
}
