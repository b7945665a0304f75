package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;

/** Escaped texts in the quotes that the appliance puts around them. */
final class Quoted {
    private Quoted() {}

    /** As Python writes a string: in single quotes, or in double ones if only a single one stands in the text. */
    @Esa({"CRIBL", "SPAM2WHO"})
    static String likePython(String escaped) {
        return escaped.contains("'") && !escaped.contains("\"") ? in('"', escaped) : in('\'', escaped);
    }

    /** In double quotes. */
    @Esa("ELASTIC")
    @Assumed("that a quote in the text gets a backslash is ours: else a subject could end its own quotes")
    static String inDoubleQuotes(String escaped) {
        return in('"', escaped);
    }

    private static String in(char quote, String escaped) {
        return quote + escaped.replace(String.valueOf(quote), "\\" + quote) + quote;
    }
}
