package dev.hatcheck.smtp.conversation;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Rfc;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands behind the path of MAIL. */
sealed interface MailParameters {
    /** Parameters that are known and right; {@code size} is 0 if none is announced. */
    record Sound(long size) implements MailParameters {}

    /** A parameter that is not known. */
    record Unknown() implements MailParameters {}

    /** A parameter that is not well formed, stands twice, or has a value that it cannot have. */
    record Malformed() implements MailParameters {}

    /** The form of a parameter: a keyword, and perhaps a value. */
    @Rfc("5321 section 4.1.2")
    Pattern FORM = Pattern.compile("([A-Za-z0-9][A-Za-z0-9-]*)(?:=([\\x21-\\x3c\\x3e-\\x7e\\x80-\\xff]+))?");

    /** The size that a client can announce: longer numbers are no numbers. */
    @Rfc("1870 section 4")
    int MAX_DIGITS = 20;

    /** Reads parameters with blanks between them. */
    static MailParameters read(String text) {
        long size = 0;
        Set<String> seen = new HashSet<>();
        for (String parameter : split(text)) {
            var form = FORM.matcher(parameter);
            if (!form.matches() || !seen.add(Ascii.lowerCase(form.group(1)))) {
                return new Malformed();
            }
            String value = form.group(2) == null ? "" : form.group(2);
            switch (Ascii.lowerCase(form.group(1))) {
                case "size" -> {
                    if (!value.matches("[0-9]{1," + MAX_DIGITS + "}")) {
                        return new Malformed();
                    }
                    size = number(value);
                }
                case "body" -> {
                    if (!Set.of("7bit", "8bitmime").contains(Ascii.lowerCase(value))) {
                        return new Malformed();
                    }
                }
                default -> {
                    return new Unknown();
                }
            }
        }
        return new Sound(size);
    }

    /** Whether each of the parameters, known or not, has the form of one. */
    static boolean areWellFormed(String text) {
        for (String parameter : split(text)) {
            if (!FORM.matcher(parameter).matches()) {
                return false;
            }
        }
        return true;
    }

    private static String[] split(String text) {
        return text.isEmpty() ? new String[0] : text.split(" +");
    }

    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
    }
}
