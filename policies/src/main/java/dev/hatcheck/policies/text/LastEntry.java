package dev.hatcheck.policies.text;

import java.util.Optional;

/** Sees to it that {@code ALL} stands once in a table, and nothing behind it. */
final class LastEntry {
    private final Problems problems;
    private Optional<Token> all = Optional.empty();
    private boolean toldBehindAll;

    LastEntry(Problems problems) {
        this.problems = problems;
    }

    /** Where {@code ALL} stands, if it has come by. */
    Optional<Token> all() {
        return all;
    }

    /** Reports a group or entry behind {@code ALL}, but only the first: the mend is to move one line, not many. */
    void check(Token word) {
        if (all.isEmpty()) {
            all = word.isAll() ? Optional.of(word) : Optional.empty();
        } else if (word.isAll()) {
            problems.error(
                    word, "ALL stands twice; the first is on line " + all.get().line());
        } else if (!toldBehindAll) {
            toldBehindAll = true;
            problems.error(
                    word,
                    word.described() + " is never reached behind ALL on line "
                            + all.get().line() + ", which matches everyone and stands last");
        }
    }
}
