package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.ConnectionBehavior;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words for connection behaviors, in any case. */
final class Actions {
    private static final Map<String, ConnectionBehavior> WORDS = Arrays.stream(ConnectionBehavior.values())
            .collect(Collectors.toMap(behavior -> Ascii.lowerCase(behavior.name()), Function.identity()));

    private static final NearNames NAMES = NearNames.of(
            Arrays.stream(ConnectionBehavior.values()).map(Enum::name).toList());

    private Actions() {}

    static Optional<ConnectionBehavior> read(Token token) {
        return token.isWord() ? read(token.text()) : Optional.empty();
    }

    static Optional<ConnectionBehavior> read(String word) {
        return Optional.ofNullable(WORDS.get(Ascii.lowerCase(word)));
    }

    /** The end of a message about a word that stands for an action: {@code ; did you mean REJECT?}, or nothing. */
    static String mend(Token token) {
        return NearNames.question(nearTo(token));
    }

    /** The action that a word probably stands for. */
    static Optional<String> nearTo(Token token) {
        return token.hasOneLabel() ? NAMES.nearTo(token.text()) : Optional.empty();
    }

    static boolean isAction(Token token) {
        return read(token).isPresent();
    }
}
