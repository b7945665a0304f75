package dev.hatcheck.cli.picture;

import java.util.Locale;

/** So many of something, in words. */
final class Count {
    private Count() {}

    /** {@code 1 group}, {@code 1,200 groups}. */
    static String of(long count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    /** {@code 1,200}. */
    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
