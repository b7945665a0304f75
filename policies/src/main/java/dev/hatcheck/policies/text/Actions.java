package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.spelling.NearNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words for connection behaviors, in any case. */
final class Actions {
    private static final Map<String, ConnectionBehavior> WORDS;
    private static final NearNames NAMES;
    private static final int LONGEST;

    static {
        var words = new HashMap<String, ConnectionBehavior>();
        var names = new ArrayList<String>();
        int longest = 0;
        for (ConnectionBehavior behavior : ConnectionBehavior.values()) {
            words.put(Ascii.lowerCase(behavior.name()), behavior);
            names.add(behavior.name());
            longest = Math.max(longest, behavior.name().length());
        }
        WORDS = Map.copyOf(words);
        NAMES = NearNames.of(names);
        LONGEST = longest;
    }

    private Actions() {}

    static Optional<ConnectionBehavior> read(Token token) {
        return token.isWord() ? read(token.text()) : Optional.empty();
    }

    /** Asked about every word of a table, most of which are too long. */
    static Optional<ConnectionBehavior> read(String word) {
        return word.length() > LONGEST ? Optional.empty() : Optional.ofNullable(WORDS.get(Ascii.lowerCase(word)));
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
