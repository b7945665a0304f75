package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers that people write apart from their unit, as in {@code 10 MB}, where the table has {@code 10M}. */
final class Units {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern UNIT = Pattern.compile("[km]i?b?");

    private Units() {}

    /** The number with the letter of its unit, if a unit is behind it on its line. */
    static Optional<String> join(Token number, Token unit) {
        String written = unit.isWord() ? Ascii.lowerCase(unit.text()) : "";
        boolean apart = number.line() == unit.line()
                && NUMBER.matcher(number.text()).matches()
                && UNIT.matcher(written).matches();
        return apart ? Optional.of(number.text() + (written.startsWith("k") ? "k" : "M")) : Optional.empty();
    }
}
