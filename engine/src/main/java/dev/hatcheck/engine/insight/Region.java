package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Clients that any combination of some values of each fact makes.
 *
 * <p>As far as reputation, country and organisation do not matter, their addresses may be private as well as public.
 * What it holds is worked out when it is asked for, and takes time in proportion to the tables. Immutable.
 */
public final class Region {
    private final Space space;
    private final List<Part> parts;

    /** Clients with public or private addresses alone. */
    record Part(Clients clients, Box box, boolean isPrivate) {
        private <V> BitSet set(Fact<V> fact) {
            return box.sets().get(clients.facts().indexOf(fact));
        }

        boolean hasAnyAddress() {
            return clients.addresses().isWhole(set(clients.addresses()));
        }

        /** Whether what the reputation service tells does not matter. */
        private boolean hasAnyReputation() {
            return clients.reputations().isWhole(set(clients.reputations()))
                    && clients.countries().isWhole(set(clients.countries()))
                    && clients.organizations().isWhole(set(clients.organizations()));
        }

        /** Whether these clients differ from others in nothing but their addresses. */
        boolean isOneWith(Part other) {
            return isPrivate != other.isPrivate
                    && hasAnyReputation()
                    && other.hasAnyReputation()
                    && set(clients.names()).equals(other.set(other.clients.names()))
                    && set(clients.lists()).equals(other.set(other.clients.lists()));
        }
    }

    /** Parts with the same names and lists, and if there are two, with any reputation. */
    Region(Space space, List<Part> parts) {
        this.space = space;
        this.parts = List.copyOf(parts);
    }

    private Part first() {
        return parts.getFirst();
    }

    /** One of these clients. */
    public Peer witness() {
        Clients clients = first().clients();
        return new Peer(
                clients.addresses().witness(first().set(clients.addresses())),
                clients.names().witness(first().set(clients.names())),
                clients.reputations().witness(first().set(clients.reputations())),
                clients.countries().witness(first().set(clients.countries())),
                clients.organizations().witness(first().set(clients.organizations())),
                clients.lists().witness(first().set(clients.lists())));
    }

    /** Whether a client is one of them. */
    public boolean contains(Peer client) {
        return addresses().stream().anyMatch(range -> range.contains(client.address()))
                && names().contains(client.reverseDns())
                && reputations().contains(client.reputation())
                && countries().contains(code(client.country()))
                && organizations().contains(client.organization())
                && (hasAnyLists() || lists().stream().anyMatch(listing -> listing.contains(client.lists())));
    }

    /** Whether they are some of those with public addresses. */
    public boolean isOfPublic() {
        return parts.stream().anyMatch(part -> !part.isPrivate());
    }

    /** Whether they are some of those with private addresses. */
    public boolean isOfPrivate() {
        return parts.stream().anyMatch(Part::isPrivate);
    }

    /** Whether they have any address, or any that is public, or any that is private, as they are of those. */
    public boolean hasAnyAddress() {
        return parts.stream().allMatch(Part::hasAnyAddress);
    }

    /** Their addresses, in order, none beside another. */
    public List<IpRange> addresses() {
        return addresses(true);
    }

    /** The public or private addresses, as they are of those, that they do not have, in order, none beside another. */
    public List<IpRange> otherAddresses() {
        return addresses(false);
    }

    private List<IpRange> addresses(boolean theirs) {
        var all = new BitSet();
        for (Part part : parts) {
            Fact<IpAddress> fact = part.clients().addresses();
            fact.classes(chosen(fact, part, theirs)).map(fact.before()::place).forEach(all::set);
        }
        var ranges = new ArrayList<IpRange>();
        all.stream().mapToObj(space.addresses()::range).forEach(range -> add(range, ranges));
        return ranges;
    }

    private static <V> BitSet chosen(Fact<V> fact, Part part, boolean theirs) {
        var set = (BitSet) part.set(fact).clone();
        if (!theirs) {
            set.flip(0, fact.count());
        }
        return set;
    }

    private static void add(IpRange range, List<IpRange> ranges) {
        if (!ranges.isEmpty() && isNext(ranges.getLast().last(), range.first())) {
            ranges.set(ranges.size() - 1, new IpRange(ranges.getLast().first(), range.last()));
        } else {
            ranges.add(range);
        }
    }

    private static boolean isNext(IpAddress one, IpAddress other) {
        return one.isV4() == other.isV4()
                && one.low() + 1 == other.low()
                && (other.low() == 0 ? one.high() + 1 : one.high()) == other.high();
    }

    /** What their names are worth. */
    public Names names() {
        var fact = first().clients().names();
        var places = new BitSet();
        fact.classes(first().set(fact)).map(fact.before()::place).forEach(places::set);
        return Names.of(space.names(), places);
    }

    /** Their reputations, those that they have. */
    public Few<Reputation> reputations() {
        var fact = first().clients().reputations();
        return isAny(fact) ? Few.any() : new Few<>(false, values(fact, true));
    }

    /** The codes of their countries; to be in none that is known is another. */
    public Few<String> countries() {
        Few<Country> countries = few(first().clients().countries());
        return new Few<>(
                countries.others(), countries.named().stream().map(Region::code).toList());
    }

    private static String code(Country country) {
        return country instanceof Country.Known(var code, var name) ? code : "";
    }

    /** Their organisations; to be of none that is known is another. */
    public Few<OptionalLong> organizations() {
        return few(first().clients().organizations());
    }

    /** The first class stands for all that no table names. */
    private <V> Few<V> few(Fact<V> fact) {
        if (isAny(fact)) {
            return Few.any();
        }
        List<V> values = values(fact, true);
        return values.contains(fact.before().witness(0))
                ? new Few<>(true, values(fact, false))
                : new Few<>(false, values);
    }

    private boolean isAny(Fact<?> fact) {
        return fact.isWhole(first().set(fact));
    }

    private <V> List<V> values(Fact<V> fact, boolean theirs) {
        return fact.classes(chosen(fact, first(), theirs))
                .mapToObj(fact.before()::witness)
                .toList();
    }

    /** Whether the DNS lists that they are on do not matter. */
    public boolean hasAnyLists() {
        return isAny(first().clients().lists());
    }

    /** The DNS lists that they are on, one of these possibilities each. */
    public List<Listing> lists() {
        var fact = first().clients().lists();
        return fact.classes(first().set(fact))
                .mapToObj(place -> Listings.listing(fact, place))
                .sorted(Comparator.comparing((Listing listing) -> listing.on().size()))
                .toList();
    }
}
