package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something about a table that its administrator should know.
 *
 * @param code what kind of thing it is
 * @param severity how much it matters
 * @param where the line that it is about
 * @param message what it is and why, a sentence without its full stop
 * @param mend what to do about it, likewise
 * @param witness a client that shows it, if one does
 * @param related other lines that have to do with it
 */
public record Finding(
        Code code,
        Severity severity,
        Origin where,
        String message,
        String mend,
        Optional<Peer> witness,
        List<Origin> related) {
    public Finding {
        related = List.copyOf(related);
    }

    /** One that no client has to show. */
    public static Finding of(Code code, Severity severity, Origin where, String message, String mend) {
        return new Finding(code, severity, where, message, mend, Optional.empty(), List.of());
    }

    /**
     * The order of lines within each file, the HAT's before the RAT's.
     *
     * @param rat the name of the file of the RAT
     */
    public static Comparator<Finding> byLine(String rat) {
        return Comparator.comparing((Finding finding) -> finding.where().file().equals(rat))
                .thenComparing(finding -> finding.where().line());
    }

    /** The same with a client that shows it. */
    Finding shownBy(Peer client) {
        return new Finding(code, severity, where, message, mend, Optional.of(client), related);
    }

    /** The same with other lines that have to do with it. */
    public Finding with(List<Origin> others) {
        return new Finding(code, severity, where, message, mend, witness, others);
    }
}
