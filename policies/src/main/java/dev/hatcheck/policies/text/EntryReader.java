package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.Note;
import dev.hatcheck.policies.Sender;
import java.util.List;
import java.util.Optional;

/** Reads a sender and the note behind it. */
final class EntryReader {
    private final Tokens tokens;
    private final Problems problems;
    private final SenderReader senders;

    EntryReader(Tokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
        this.senders = new SenderReader(problems);
    }

    /** The entry that comes next; nothing, and a problem, if its word is no sender. */
    Optional<Entry> read() {
        if (tokens.peek().opensBracket() && isCut(tokens.restOfLine())) {
            return refuseCut();
        }
        Token word = tokens.next();
        Optional<Note> note = tokens.note();
        Optional<Sender> sender = senders.read(word);
        return sender.isPresent()
                ? Optional.of(new Entry(sender.get(), word.asEntry(), note, problems.origin(word)))
                : Optional.empty();
    }

    /** Whether a later word of the line closes the bracket that the first one opens. */
    private static boolean isCut(List<Token> line) {
        for (Token token : line) {
            if (!token.isWord()) {
                return false;
            }
            if (token.text().endsWith("]")) {
                return true;
            }
        }
        return false;
    }

    /** Takes the pieces of a sender in brackets, and the note behind it. */
    private Optional<Entry> refuseCut() {
        Token first = tokens.next();
        var whole = new StringBuilder(first.text());
        Token piece = first;
        while (!piece.text().endsWith("]")) {
            piece = tokens.next();
            whole.append(piece.text());
        }
        tokens.note();
        return problems.refuse(
                first, "there is no blank and no comma between brackets: write " + Shown.of(whole.toString()));
    }
}
