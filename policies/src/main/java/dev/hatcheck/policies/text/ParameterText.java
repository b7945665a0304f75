package dev.hatcheck.policies.text;

import dev.hatcheck.policies.WrittenParameter;

/** How a parameter is written between braces. */
final class ParameterText {
    private ParameterText() {}

    /** {@code keyword = value}, or the keyword alone if it has no value. */
    static String write(WrittenParameter parameter) {
        boolean quotes = parameter.quoted() || !Lexer.isWord(parameter.text());
        return parameter.keyword() + " = " + (quotes ? Escapes.quote(parameter.text()) : parameter.text());
    }

    /** The same, where a parameter without quotes and text is one without a value. */
    static String writeOptional(WrittenParameter parameter) {
        boolean hasValue = parameter.quoted() || !parameter.text().isEmpty();
        return hasValue ? write(parameter) : parameter.keyword();
    }
}
