package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Sender;
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

    /** The same with other classes of DNS lists. */
    Population withLists(Dimension<DnsLists> other) {
        return new Population(addresses, names, reputations, countries, organizations, other);
    }

    /** All facts, in the order of {@link Sender.Fact}. */
    List<Dimension<?>> dimensions() {
        return List.of(addresses, names, reputations, countries, organizations, lists);
    }

    /** One of them. */
    Dimension<?> dimension(Sender.Fact fact) {
        return dimensions().get(fact.ordinal());
    }

    /**
     * The last rank that anybody comes to: of the highest that each fact can have the lowest, and that of {@code ALL}.
     */
    int lastRank(int everyone) {
        return Math.min(
                everyone,
                dimensions().stream().mapToInt(Dimension::highestRank).min().orElse(everyone));
    }

    /** A client of these who meets no entry up to a rank, as far as that can be. */
    Peer above(int rank) {
        return new Peer(
                addresses.above(rank),
                names.above(rank),
                reputations.above(rank),
                countries.above(rank),
                organizations.above(rank),
                lists.above(rank));
    }

    boolean isEmpty() {
        return dimensions().stream().anyMatch(Dimension::isEmpty);
    }
}
