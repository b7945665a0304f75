package dev.hatcheck.engine.insight;

import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.RecipientEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Entries of the RAT that decide about nobody, as an earlier one takes all that they mean.
 *
 * <p>One does it, or none: users and domains are without number, so that several together take no more of an entry. Of an
 * entry that stands in the table twice the reader tells.
 */
final class DeadRecipients {
    private final Map<Recipient, Placed> earlier = new HashMap<>();

    /** An entry and how many stand before it. */
    private record Placed(int rank, RecipientEntry entry) {}

    private DeadRecipients() {}

    static Stream<Finding> in(RecipientAccessTable rat) {
        var dead = new DeadRecipients();
        List<Finding> findings = new ArrayList<>();
        for (RecipientEntry entry : rat.entries()) {
            if (dead.isNew(entry)) {
                dead.taker(entry.recipient()).ifPresent(taker -> findings.add(finding(entry, taker)));
            }
        }
        return findings.stream();
    }

    private boolean isNew(RecipientEntry entry) {
        return earlier.putIfAbsent(entry.recipient(), new Placed(earlier.size(), entry)) == null;
    }

    private Optional<RecipientEntry> taker(Recipient recipient) {
        return wider(recipient)
                .map(earlier::get)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(Placed::rank))
                .map(Placed::entry);
    }

    /** All that means whatever a recipient means, and more; nothing stands behind {@code ALL}. */
    private static Stream<Recipient> wider(Recipient recipient) {
        return switch (recipient) {
            case Recipient.Mailbox(var user, var domain) ->
                Stream.concat(Stream.of(new Recipient.User(user), new Recipient.Domain(domain)), above(domain));
            case Recipient.Domain(var domain) -> above(domain);
            case Recipient.PartialDomain(var suffix) -> above(suffix);
            case Recipient.User u -> Stream.empty();
            case Recipient.Everyone e -> Stream.empty();
        };
    }

    private static Stream<Recipient> above(String domain) {
        return Stream.iterate(domain.indexOf('.'), dot -> dot >= 0, dot -> domain.indexOf('.', dot + 1))
                .map(dot -> new Recipient.PartialDomain(domain.substring(dot + 1)));
    }

    private static Finding finding(RecipientEntry entry, RecipientEntry taker) {
        return Finding.of(
                        Code.NEVER_DECIDES,
                        doTheSame(entry, taker) ? Severity.NOTE : Severity.WARNING,
                        entry.origin(),
                        entry.written() + " of the RAT never decides: all that it means is taken before by "
                                + taker.written() + " (line " + taker.origin().line() + ")",
                        "let it stand before the other, or leave it out")
                .with(List.of(taker.origin()));
    }

    private static boolean doTheSame(RecipientEntry one, RecipientEntry other) {
        return one.accepts() == other.accepts() && said(one).equals(said(other));
    }

    private static List<String> said(RecipientEntry entry) {
        return entry.parameters().stream()
                .map(parameter -> parameter.keyword() + "=" + parameter.text())
                .sorted()
                .toList();
    }
}
