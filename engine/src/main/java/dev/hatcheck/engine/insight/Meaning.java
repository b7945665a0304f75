package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Criteria;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.IpAddress;
import java.util.OptionalLong;

/** Whether a sender means a value of the fact that it asks about: whether anybody of this value meets it. */
final class Meaning {
    private static final Peer SOMEBODY = Peer.of(IpAddress.ofV4(0));

    private Meaning() {}

    static boolean ofAddress(Sender sender, IpAddress address) {
        return Criteria.isMet(sender, Peer.of(address));
    }

    static boolean ofName(Sender sender, ReverseDns reverseDns) {
        return Criteria.isMet(sender, SOMEBODY.with(reverseDns));
    }

    static boolean ofReputation(Sender sender, Reputation reputation) {
        return Criteria.isMet(sender, somebody(reputation, SOMEBODY.country(), SOMEBODY.organization()));
    }

    static boolean ofCountry(Sender sender, Country country) {
        return Criteria.isMet(sender, somebody(SOMEBODY.reputation(), country, SOMEBODY.organization()));
    }

    static boolean ofOrganization(Sender sender, OptionalLong organization) {
        return Criteria.isMet(sender, somebody(SOMEBODY.reputation(), SOMEBODY.country(), organization));
    }

    private static Peer somebody(Reputation reputation, Country country, OptionalLong organization) {
        return new Peer(SOMEBODY.address(), SOMEBODY.reverseDns(), reputation, country, organization);
    }
}
