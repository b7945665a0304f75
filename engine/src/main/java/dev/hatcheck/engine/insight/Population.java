package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.address.IpAddress;
import java.util.List;
import java.util.OptionalLong;

/** Clients that any combination of these facts makes, and no others. Immutable. */
public record Population(
        Dimension<IpAddress> addresses,
        Dimension<ReverseDns> names,
        Dimension<Reputation> reputations,
        Dimension<Country> countries,
        Dimension<OptionalLong> organizations,
        Dimension<DnsLists> lists) {

    /** Those of them that a question is about. */
    Population only(Meant meant) {
        return new Population(
                addresses.only(meant.addresses()),
                names.only(meant.names()),
                reputations.only(meant.reputations()),
                countries.only(meant.countries()),
                organizations.only(meant.organizations()),
                lists.only(meant.lists()));
    }

    /** All facts, in the order of the record. */
    List<Dimension<?>> dimensions() {
        return List.of(addresses, names, reputations, countries, organizations, lists);
    }

    boolean isEmpty() {
        return dimensions().stream().anyMatch(Dimension::isEmpty);
    }
}
