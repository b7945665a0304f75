package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.RecipientEntry;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.IpRange;
import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Ways for strangers to send to anybody. */
final class Relays {
    /** More addresses than a /8 of IPv4, or a /32 of IPv6, are nobody's own. */
    private static final BigInteger OWN_V4 = BigInteger.ONE.shiftLeft(24);

    private static final BigInteger OWN_V6 = BigInteger.ONE.shiftLeft(96);

    private Relays() {}

    static Stream<Finding> in(Inspection inspection, RecipientAccessTable rat) {
        return Stream.concat(
                inspection
                        .ranks()
                        .filter(inspection::isReached)
                        .filter(rank -> inspection.admission(rank).behavior() == ConnectionBehavior.RELAY)
                        .boxed()
                        .flatMap(rank -> relay(inspection, rank)),
                openRecipients(inspection, rat));
    }

    private static Stream<Finding> relay(Inspection inspection, int rank) {
        Admission admission = inspection.admission(rank);
        if (admission.entry().sender() instanceof Sender.Everyone) {
            return Stream.of(Finding.of(
                            Code.ALL_RELAYS,
                            Severity.ERROR,
                            admission.entry().origin(),
                            "ALL relays: whoever meets no other entry may send to any recipient",
                            "let ALL accept or reject, and name the hosts that may relay")
                    .shownBy(inspection.witness(rank)));
        }
        return ofStrangers(admission.entry().sender())
                .map(whom -> Finding.of(
                                Code.OPEN_RELAY,
                                Severity.ERROR,
                                admission.entry().origin(),
                                Words.entry(admission) + " relays, and means " + whom
                                        + ": they may send to any recipient",
                                "name the hosts that may relay, by address or verified name")
                        .shownBy(inspection.witness(rank)));
    }

    /** Whom a sender means, if those are hosts that the administrator can hardly all know. */
    private static Stream<String> ofStrangers(Sender sender) {
        return switch (sender) {
            case Sender.Address(var range) ->
                isWide(range) ? Stream.of("the addresses of many networks") : Stream.empty();
            case Sender.Host h -> Stream.empty();
            case Sender.PartialHost(var suffix) ->
                suffix.text().indexOf('.') < 0 ? Stream.of("all names of a top-level domain") : Stream.empty();
            case Sender.ReputationRange r -> Stream.of("whoever has such a score");
            case Sender.NoReputation n -> Stream.of("whoever has no score");
            case Sender.Country c -> Stream.of("a whole country");
            case Sender.Organization o -> Stream.empty();
            case Sender.DnsList d -> Stream.of("whoever somebody else puts on that list");
            case Sender.NoPtrRecord n -> Stream.of("whoever has no PTR record");
            case Sender.PtrLookupFails f -> Stream.of("whose look-up fails");
            case Sender.PtrDoesNotMatch m -> Stream.of("whose name leads elsewhere");
            case Sender.Everyone e -> Stream.empty();
        };
    }

    private static boolean isWide(IpRange range) {
        BigInteger size = new BigInteger(1, range.last().bytes())
                .subtract(new BigInteger(1, range.first().bytes()))
                .add(BigInteger.ONE);
        return size.compareTo(range.first().isV4() ? OWN_V4 : OWN_V6) > 0;
    }

    /** A RAT that takes all recipients from everybody that the HAT accepts. */
    private static Stream<Finding> openRecipients(Inspection inspection, RecipientAccessTable rat) {
        OptionalInt accepting = inspection
                .ranks()
                .filter(inspection::isReached)
                .filter(rank -> inspection.admission(rank).behavior() == ConnectionBehavior.ACCEPT)
                .findFirst();
        return rat.entries().stream()
                .filter(entry -> entry.recipient() instanceof Recipient.Everyone)
                .limit(1)
                .filter(RecipientEntry::accepts)
                .filter(entry -> inspection.engine().settings().type() == ListenerType.PUBLIC && accepting.isPresent())
                .map(entry -> Finding.of(
                                Code.OPEN_RELAY,
                                Severity.ERROR,
                                entry.origin(),
                                entry.written()
                                        + " of the RAT takes mail for any recipient from whoever the HAT accepts,"
                                        + " such as clients of "
                                        + Words.placed(inspection.admission(accepting.getAsInt())),
                                "let it reject, and name the domains that mail is taken for")
                        .shownBy(inspection.witness(accepting.getAsInt())));
    }
}
