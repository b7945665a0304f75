package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.Note;
import dev.hatcheck.policies.Sender;
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
        Token word = tokens.next();
        Optional<Note> note = tokens.note();
        Optional<Sender> sender = senders.read(word);
        return sender.isPresent()
                ? Optional.of(new Entry(sender.get(), word.asEntry(), note, problems.origin(word)))
                : Optional.empty();
    }
}
