package dev.hatcheck.engine.connect;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.Optional;

/**
 * Whether a client meets a criterion of the table.
 *
 * <p>Each question has one answer: why not, or nothing if the client meets the criterion.
 */
public final class Criteria {
    private Criteria() {}

    /** Whether the client meets the criterion. */
    public static boolean isMet(Sender sender, Peer peer) {
        return missed(sender, peer).isEmpty();
    }

    /** Why the client does not meet the criterion; nothing if it does. */
    static Optional<Miss> missed(Sender sender, Peer peer) {
        return switch (sender) {
            case Sender.Address(var range) -> unless(range.contains(peer.address()), Miss.OTHER_ADDRESS);
            case Sender.Host(var name) -> host(name, peer.reverseDns());
            case Sender.PartialHost(var suffix) -> partialHost(suffix, peer.reverseDns());
            case Sender.ReputationRange(var low, var high) -> score(low, high, peer.reputation());
            case Sender.NoReputation() -> noScore(peer.reputation());
            case Sender.Organization(var id) ->
                unless(
                        peer.organization().isPresent() && peer.organization().getAsLong() == id,
                        peer.organization().isPresent() ? Miss.OTHER_ORGANIZATION : Miss.ORGANIZATION_UNKNOWN);
            case Sender.Country(var code) ->
                unless(
                        peer.country() instanceof Country.Known(var actual, var name) && actual.equals(code),
                        peer.country() instanceof Country.Known ? Miss.OTHER_COUNTRY : Miss.COUNTRY_UNKNOWN);
            case Sender.DnsList(var zone) -> list(peer.lists().of(zone));
            case Sender.NoPtrRecord() -> unless(peer.reverseDns() instanceof ReverseDns.NoRecord, Miss.PTR_EXISTS);
            case Sender.PtrLookupFails() ->
                unless(peer.reverseDns() instanceof ReverseDns.TemporaryFailure, Miss.LOOKUP_SUCCEEDED);
            case Sender.PtrDoesNotMatch() ->
                unless(peer.reverseDns() instanceof ReverseDns.Mismatch, Miss.NAME_LEADS_BACK);
            case Sender.Everyone() -> Optional.empty();
        };
    }

    /** A host is a client whose verified name is just this one. */
    @Esa({"CFG76-41", "T118569"})
    private static Optional<Miss> host(HostName name, ReverseDns reverseDns) {
        return reverseDns instanceof ReverseDns.Verified(var actual)
                ? unless(actual.equals(name), Miss.OTHER_NAME)
                : Optional.of(unverified(reverseDns));
    }

    /** A partial host is a client whose verified name lies below it, at any depth. */
    @Esa({"UG912-14", "T118569"})
    private static Optional<Miss> partialHost(HostName suffix, ReverseDns reverseDns) {
        return reverseDns instanceof ReverseDns.Verified(var actual)
                ? unless(actual.isBelow(suffix), Miss.NAME_NOT_BELOW)
                : Optional.of(unverified(reverseDns));
    }

    private static Miss unverified(ReverseDns reverseDns) {
        return switch (reverseDns) {
            case ReverseDns.NoRecord() -> Miss.NAME_UNKNOWN;
            case ReverseDns.TemporaryFailure(var host) -> Miss.NAME_LOOKUP_FAILED;
            case ReverseDns.Mismatch(var name) -> Miss.NAME_NOT_VERIFIED;
            case ReverseDns.Verified(var name) -> throw new IllegalArgumentException("verified: " + name);
        };
    }

    private static Optional<Miss> score(Score low, Score high, Reputation reputation) {
        return switch (reputation) {
            case Reputation.Scored(var score) ->
                unless(low.compareTo(score) <= 0 && score.compareTo(high) <= 0, Miss.SCORE_OUTSIDE);
            case Reputation.Rfc1918() -> Optional.of(Miss.SCORE_NOT_ASKED);
            case Reputation.None() -> Optional.of(Miss.NO_SCORE);
            case Reputation.Unavailable() -> Optional.of(Miss.NO_SCORE);
            case Reputation.NotEnabled() -> Optional.of(Miss.SCORE_NOT_ASKED);
        };
    }

    /** Having no score is that the service was asked and had none, or did not answer. */
    @Esa("SPAM2WHO")
    private static Optional<Miss> noScore(Reputation reputation) {
        return switch (reputation) {
            case Reputation.None() -> Optional.empty();
            case Reputation.Unavailable() -> Optional.empty();
            case Reputation.Scored(var score) -> Optional.of(Miss.HAS_SCORE);
            case Reputation.Rfc1918() -> Optional.of(Miss.PRIVATE_ADDRESS);
            case Reputation.NotEnabled() -> Optional.of(Miss.SCORE_NOT_ASKED);
        };
    }

    /** A DNS list is met by a client that stands on it; a list that does not answer is not met. */
    @Esa("T118238")
    private static Optional<Miss> list(Optional<DnsLists.Answer> answer) {
        return answer.map(given -> switch (given) {
                    case LISTED -> Optional.<Miss>empty();
                    case NOT_LISTED -> Optional.of(Miss.NOT_LISTED);
                    case FAILED -> Optional.of(Miss.LIST_FAILED);
                })
                .orElse(Optional.of(Miss.LIST_NOT_ASKED));
    }

    private static Optional<Miss> unless(boolean met, Miss miss) {
        return met ? Optional.empty() : Optional.of(miss);
    }
}
