package dev.hatcheck.smtp.conversation;

import dev.hatcheck.policies.Rfc;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in which any byte can be written with printable characters alone: {@code +20} is a blank. */
@Rfc("3461 section 4")
final class Xtext {
    private static final Pattern FORM = Pattern.compile("(?:[!-~&&[^+=]]|\\+[0-9A-F]{2})*+");
    private static final Pattern BYTE = Pattern.compile("\\+(..)");

    private Xtext() {}

    /** What is meant, each byte as the character of the same number; nothing if the text is no xtext. */
    static Optional<String> decode(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(BYTE.matcher(text)
                        .replaceAll(match -> literally((char) Integer.parseInt(match.group(1), 16))))
                : Optional.empty();
    }

    private static String literally(char character) {
        return Matcher.quoteReplacement(String.valueOf(character));
    }
}
