package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.PrivateNetworks;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * All possible clients of a listener, as its table sees them: those with public addresses, of whom anything may be
 * known, and those with private ones, of whom the reputation service is not asked.
 *
 * <p>Immutable. Takes time and room in proportion to the table.
 *
 * @param index what decides
 * @param addresses of both, in the order of the space
 * @param publicClients any address outside of RFC 1918, with any other facts
 * @param privateClients any address of RFC 1918, with any name and any lists
 */
public record Partition(
        HatIndex index, Dimension<IpAddress> addresses, Population publicClients, Population privateClients) {
    private static final List<IpAddress> NATURAL_ADDRESSES = Stream.of(
                    "192.0.2.1", "198.51.100.1", "203.0.113.1", "10.1.1.1", "172.16.1.1", "192.168.1.1", "2001:db8::1")
            .flatMap(text -> IpAddress.read(text).stream())
            .toList();

    private static final List<ReverseDns> NATURAL_NAMES = List.of(
            new ReverseDns.NoRecord(),
            new ReverseDns.Mismatch(new HostName("mail.example.net")),
            new ReverseDns.TemporaryFailure(Optional.empty()),
            new ReverseDns.Verified(new HostName("mail.example.net")));

    private static final List<Reputation> NATURAL_REPUTATIONS = List.of(
            new Reputation.None(),
            new Reputation.Scored(new Score(0)),
            new Reputation.Scored(new Score(50)),
            new Reputation.Scored(new Score(-50)));

    /** The clients of a listener, in the classes of a space that was cut by its table at least. */
    public static Partition of(Space space, Engine engine) {
        HatIndex index = engine.index();
        boolean asks = engine.settings().value(ListenerParameters.USE_SENDERBASE);
        AddressClasses classes = space.addresses();
        var addresses =
                Dimension.of(classes, place -> index.rank(classes.range(place)), index::rank, NATURAL_ADDRESSES);
        BitSet privateOnes = classes.places(true);
        Dimension<ReverseDns> names = Dimension.of(space.names(), index::rank, NATURAL_NAMES);
        Dimension<DnsLists> lists = Dimension.of(space.lists(), index::rank, List.of(DnsLists.notAsked()));
        Dimension<Country> noCountry = one(new Country.NotEnabled(), index::rank);
        Dimension<OptionalLong> noOrganization = one(OptionalLong.empty(), index::rank);
        return new Partition(
                index,
                addresses,
                new Population(
                        addresses.only(address -> !PrivateNetworks.contain(address), place -> !privateOnes.get(place)),
                        names,
                        asks
                                ? Dimension.of(space.reputations(), index::rank, NATURAL_REPUTATIONS)
                                : one(new Reputation.NotEnabled(), index::rank),
                        asks ? Dimension.of(space.countries(), index::rank, List.of(new Country.Unknown())) : noCountry,
                        asks
                                ? Dimension.of(space.organizations(), index::rank, List.of(OptionalLong.empty()))
                                : noOrganization,
                        lists),
                new Population(
                        addresses.only(PrivateNetworks::contain, privateOnes::get),
                        names,
                        one(asks ? new Reputation.Rfc1918() : new Reputation.NotEnabled(), index::rank),
                        asks ? one(new Country.NotApplicable(), index::rank) : noCountry,
                        noOrganization,
                        lists));
    }

    private static <V> Dimension<V> one(V value, ToIntFunction<V> rankOf) {
        return Dimension.of(new ListedClasses<>(List.of(value)), rankOf, List.of());
    }
}
