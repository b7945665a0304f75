package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.spelling.NearNames;
import java.util.ArrayList;
import java.util.Optional;

/** Reads a sender that stands elsewhere than in a table, in the forms that a table knows. */
public final class SenderText {
    private SenderText() {}

    /**
     * The sender of a word, and what is doubtful about it.
     *
     * @param column where in its line the word stands, from 1
     * @throws SyntaxException with what is wrong with it
     */
    public static Reading<Sender> read(String word, Origin origin, int column) {
        var problems = new Problems(origin.file());
        Optional<Sender> sender =
                new SenderReader(problems).read(new Token(Token.Kind.WORD, word, origin.line(), column));
        Reading<Optional<Sender>> reading = problems.conclude(sender);
        return new Reading<>(reading.value().orElseThrow(), reading.warnings());
    }

    /** The end of a message about an unknown name: {@code ; did you mean RELAYLIST?}, or nothing. */
    public static String mend(String name, Iterable<String> known) {
        var names = new ArrayList<String>();
        known.forEach(names::add);
        return NearNames.of(names).mend(name);
    }
}
