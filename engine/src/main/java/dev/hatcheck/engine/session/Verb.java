package dev.hatcheck.engine.session;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Esa;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commands that the appliance knows. */
@Esa("T214630")
public enum Verb {
    AUTH,
    DATA,
    EHLO,
    HELO,
    HELP,
    MAIL,
    NOOP,
    QUIT,
    RCPT,
    RSET,
    STARTTLS,
    VRFY;

    private static final Map<String, Verb> BY_WORD =
            Stream.of(values()).collect(Collectors.toMap(verb -> Ascii.lowerCase(verb.name()), verb -> verb));

    /** The command of a word in any case. */
    public static Optional<Verb> of(String word) {
        return Optional.ofNullable(BY_WORD.get(Ascii.lowerCase(word)));
    }
}
