package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;

/**
 * The smallest piece of a text that means something.
 *
 * @param kind what it is
 * @param text a word as written; what stands between the quotes, the parentheses, or behind the {@code #}
 * @param line from 1
 * @param column from 1, in characters
 */
record Token(Kind kind, String text, int line, int column) {
    enum Kind {
        /** Anything between blanks: a keyword, a name, a sender, a number. */
        WORD,
        /** A text in quotes, without them and its escapes. */
        QUOTED,
        /** A remark in parentheses. */
        NOTE,
        /** A line that begins with {@code #}. */
        COMMENT,
        /** The <code>{</code> before parameters. */
        OPEN,
        /** The <code>}</code> behind them. */
        CLOSE,
        /** The {@code =} between a parameter and its value. */
        EQUALS,
        /** The end of the text. */
        END
    }

    boolean is(Kind expected) {
        return kind == expected;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Whether this is a policy's name with its {@code $}. */
    boolean isPolicyName() {
        return isWord() && text.startsWith("$");
    }

    /** Whether this is the keyword {@code ALL}, which some write with a colon. */
    boolean isAll() {
        String word = isWord() && text.length() <= "all:".length() ? Ascii.lowerCase(text) : "";
        return word.equals("all") || word.equals("all:");
    }

    /** Whether this is a word with a bracket that it does not close. */
    boolean opensBracket() {
        return isWord() && text.lastIndexOf('[') > text.lastIndexOf(']');
    }

    /** The word as an explanation quotes it: as written, but the keyword as the log prints it. */
    String asEntry() {
        return isAll() ? "ALL" : text;
    }

    /** Whether this could be the name of a group rather than a host. */
    boolean hasOneLabel() {
        return isWord() && text.indexOf('.') < 0 && text.indexOf(':') < 0;
    }

    /** The token as a message names it. */
    String described() {
        return switch (kind) {
            case WORD -> Shown.of(text);
            case QUOTED -> "the text " + Shown.of(text);
            case NOTE -> "the note (" + Shown.bare(text) + ")";
            case COMMENT -> "a comment";
            case OPEN -> "\"{\"";
            case CLOSE -> "\"}\"";
            case EQUALS -> "\"=\"";
            case END -> "the end of the file";
        };
    }
}
