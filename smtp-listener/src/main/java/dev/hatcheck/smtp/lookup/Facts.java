package dev.hatcheck.smtp.lookup;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.HostLookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What is declared about clients: names and DNS lists by a zone, scores and countries by a table, each if there is one.
 *
 * <p>Immutable; each {@code with} answers a changed copy.
 */
public final class Facts implements HostLookup {
    private final SimulatedDns zone;
    private final Optional<FixedReputation> table;

    private Facts(SimulatedDns zone, Optional<FixedReputation> table) {
        this.zone = zone;
        this.table = table;
    }

    /** Nothing declared: nobody has a PTR record or a score or is on a list, and countries are not asked for. */
    public static Facts none() {
        return new Facts(new SimulatedDns(Map.of(), Set.of()), Optional.empty());
    }

    /** With the names and the DNS lists of a zone. */
    public Facts withZone(SimulatedDns other) {
        return new Facts(other, table);
    }

    /** With the scores, countries and organisations of a table. */
    public Facts withReputation(FixedReputation other) {
        return new Facts(zone, Optional.of(other));
    }

    /** All that is declared about a client, but for DNS lists. */
    public Peer peer(IpAddress client) {
        return peer(client, zone.reverse(client));
    }

    /** The same of a client whose name is known from elsewhere. */
    public Peer peer(IpAddress client, ReverseDns name) {
        Listing listing = table.isPresent() ? table.get().of(client) : ofNoTable(client);
        return new Peer(client, name, listing.reputation(), listing.country(), listing.organization());
    }

    private static Listing ofNoTable(IpAddress client) {
        return new Listing(Reputation.ofUnlisted(client), new Country.NotEnabled(), OptionalLong.empty());
    }

    /** The hosts of the zone, by name. */
    public List<SimulatedDns.Host> hosts() {
        return zone.hosts();
    }

    @Override
    public CompletionStage<Peer> lookup(IpAddress address) {
        return CompletableFuture.completedFuture(peer(address));
    }

    /** What is declared that DNS lists say of a client. */
    public DnsLists declaredLists(IpAddress client, List<HostName> zones) {
        return zone.lists(client, zones);
    }

    @Override
    public CompletionStage<DnsLists> lists(IpAddress address, List<HostName> zones) {
        return CompletableFuture.completedFuture(declaredLists(address, zones));
    }
}
