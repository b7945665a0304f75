package dev.hatcheck.engine.maillog;

import static dev.hatcheck.engine.maillog.LogText.escape;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;

/** Texts of clients in the quotes that the appliance puts around them. */
final class Quoted {
    private Quoted() {}

    /** As Python writes a string: in single quotes, or in double ones if only a single one stands in the text. */
    @Esa({"CRIBL", "SPAM2WHO"})
    @Assumed("no log shows 8-bit text between quotes: bytes up to 11, as Python 2 had them, and characters in 14")
    static String likePython(AsyncOs release, String wire) {
        String escaped = switch (release) {
            case V7, V11 -> LogText.escapeBytes(wire);
            case V14 -> escape(wire);
        };
        return escaped.contains("'") && !escaped.contains("\"") ? in('"', escaped) : in('\'', escaped);
    }

    /** As a text in double quotes, which those in it cannot end. */
    @Esa("ELASTIC")
    @Assumed("that a quote in the text gets a backslash is ours: else a subject could end its own quotes")
    static String inDoubleQuotes(String wire) {
        return in('"', escape(wire));
    }

    private static String in(char quote, String escaped) {
        return quote + escaped.replace(String.valueOf(quote), "\\" + quote) + quote;
    }
}
