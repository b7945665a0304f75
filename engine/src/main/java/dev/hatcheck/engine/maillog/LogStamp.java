package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Esa;
import java.time.LocalDateTime;

/**
 * What stands before every text of the mail log in a file: the local time to the second, and the level.
 *
 * <p>The names are those of the appliance and of no locale, and to look them up in one would double the time in which a
 * gateway starts.
 */
public final class LogStamp {
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private LogStamp() {}

    /** The whole line of a text, without a line end: {@code Tue Nov 24 10:03:11 2026 Info: ...}. */
    @Esa("CRIBL")
    public static String line(LocalDateTime at, String text) {
        return of(at) + text;
    }

    /** The stamp alone, with the blank that ends it; a day of one digit is padded with a blank. */
    @Esa("CRIBL")
    public static String of(LocalDateTime at) {
        return DAYS[at.getDayOfWeek().ordinal()] + " " + MONTHS[at.getMonth().ordinal()] + " "
                + padded(at.getDayOfMonth(), ' ') + " " + padded(at.getHour(), '0') + ":"
                + padded(at.getMinute(), '0') + ":" + padded(at.getSecond(), '0') + " " + at.getYear() + " Info: ";
    }

    private static String padded(int number, char padding) {
        return number < 10 ? padding + Integer.toString(number) : Integer.toString(number);
    }
}
