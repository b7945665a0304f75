package dev.hatcheck.engine;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.address.IpAddress;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that is known of a connecting host before it is greeted.
 *
 * @param address the client's address
 * @param reverseDns what its name is worth
 * @param reputation its score, or why there is none
 * @param country where it is, or why that is not known
 * @param organization its organisation's number at the reputation service
 * @param lists what DNS lists say of it, of those that were asked
 */
public record Peer(
        IpAddress address,
        ReverseDns reverseDns,
        Reputation reputation,
        Country country,
        OptionalLong organization,
        DnsLists lists) {
    /** A client whom no DNS list was asked about. */
    public Peer(
            IpAddress address,
            ReverseDns reverseDns,
            Reputation reputation,
            Country country,
            OptionalLong organization) {
        this(address, reverseDns, reputation, country, organization, DnsLists.notAsked());
    }

    /** A client of whom nothing is known but the address. */
    public static Peer of(IpAddress address) {
        return new Peer(
                address,
                new ReverseDns.NoRecord(),
                Reputation.ofUnlisted(address),
                new Country.NotEnabled(),
                OptionalLong.empty());
    }

    /** A client of whom nothing is known but the address and that its look-up failed. */
    public static Peer ofFailedLookup(IpAddress address) {
        return of(address).with(new ReverseDns.TemporaryFailure(Optional.empty()));
    }

    /** The same client with another result of its reverse look-up. */
    public Peer with(ReverseDns other) {
        return new Peer(address, other, reputation, country, organization, lists);
    }

    /** The same client with these answers of DNS lists. */
    public Peer with(DnsLists other) {
        return new Peer(address, reverseDns, reputation, country, organization, other);
    }

    /** The same client where nobody asks the reputation service. */
    @Assumed("countries and organisations come from the service that scores come from")
    public Peer withoutReputation() {
        return new Peer(
                address,
                reverseDns,
                new Reputation.NotEnabled(),
                new Country.NotEnabled(),
                OptionalLong.empty(),
                lists);
    }
}
