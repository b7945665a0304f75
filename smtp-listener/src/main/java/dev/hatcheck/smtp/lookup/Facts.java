package dev.hatcheck.smtp.lookup;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.HostLookup;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What is declared about clients: names by a zone, scores and countries by a table, each if there is one.
 *
 * <p>Immutable; each {@code with} answers a changed copy.
 */
public final class Facts implements HostLookup {
    private final Function<IpAddress, ReverseDns> names;
    private final Function<IpAddress, Listing> listings;

    private Facts(Function<IpAddress, ReverseDns> names, Function<IpAddress, Listing> listings) {
        this.names = names;
        this.listings = listings;
    }

    /** Nothing declared: nobody has a PTR record or a score, and countries are not asked for. */
    public static Facts none() {
        return new Facts(
                client -> new ReverseDns.NoRecord(),
                client -> new Listing(Reputation.ofUnlisted(client), new Country.NotEnabled(), OptionalLong.empty()));
    }

    /** With the names of a zone. */
    public Facts withZone(SimulatedDns zone) {
        return new Facts(zone::reverse, listings);
    }

    /** With the scores, countries and organisations of a table. */
    public Facts withReputation(FixedReputation table) {
        return new Facts(names, table::of);
    }

    /** All that is declared about a client. */
    public Peer peer(IpAddress client) {
        Listing listing = listings.apply(client);
        return new Peer(client, names.apply(client), listing.reputation(), listing.country(), listing.organization());
    }

    @Override
    public CompletionStage<Peer> lookup(IpAddress address) {
        return CompletableFuture.completedFuture(peer(address));
    }
}
