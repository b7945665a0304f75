package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.IpAddress;
import java.util.OptionalLong;

/** Whether a sender means a value of the fact that it asks about; senders that ask about another mean none. */
final class Meaning {
    private Meaning() {}

    static boolean ofAddress(Sender sender, IpAddress address) {
        return sender instanceof Sender.Address(var range) && range.contains(address);
    }

    static boolean ofName(Sender sender, ReverseDns reverseDns) {
        return switch (reverseDns) {
            case ReverseDns.Verified(var actual) ->
                sender instanceof Sender.Host(var name) && actual.equals(name)
                        || sender instanceof Sender.PartialHost(var suffix) && actual.isBelow(suffix);
            case ReverseDns.NoRecord() -> sender instanceof Sender.NoPtrRecord;
            case ReverseDns.TemporaryFailure(var host) -> sender instanceof Sender.PtrLookupFails;
            case ReverseDns.Mismatch(var name) -> sender instanceof Sender.PtrDoesNotMatch;
        };
    }

    static boolean ofReputation(Sender sender, Reputation reputation) {
        return switch (reputation) {
            case Reputation.Scored(var score) ->
                sender instanceof Sender.ReputationRange(var low, var high)
                        && low.compareTo(score) <= 0
                        && score.compareTo(high) <= 0;
            case Reputation.None() -> sender instanceof Sender.NoReputation;
            case Reputation.Unavailable() -> sender instanceof Sender.NoReputation;
            case Reputation.Rfc1918() -> false;
            case Reputation.NotEnabled() -> false;
        };
    }

    static boolean ofCountry(Sender sender, Country country) {
        return sender instanceof Sender.Country(var code)
                && country instanceof Country.Known(var actual, var name)
                && actual.equals(code);
    }

    static boolean ofOrganization(Sender sender, OptionalLong organization) {
        return sender instanceof Sender.Organization(var id)
                && organization.isPresent()
                && organization.getAsLong() == id;
    }
}
