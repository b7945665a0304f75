package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.IpRange;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Clients that any combination of some values of each fact makes, or of these combinations those about whom certain
 * facts decide.
 *
 * <p>As far as reputation, country and organisation do not matter, their addresses may be private as well as public.
 * What it holds is worked out when it is asked for, and takes time in proportion to the tables. It never
 * changes; what it keeps of its work it may forget, and threads that ask at once may each do the work.
 */
public final class Region {
    private final Space space;
    private final List<Part> parts;

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
        return first().witness();
    }

    /** Whether a client is one of them. */
    public boolean contains(Peer client) {
        return addresses().stream().anyMatch(range -> range.contains(client.address()))
                && names().contains(client.reverseDns())
                && reputations().contains(client.reputation())
                && countries().contains(code(client.country()))
                && organizations().contains(client.organization())
                && (hasAnyLists() || lists().stream().anyMatch(listing -> listing.contains(client.lists())))
                && first().combines(client);
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
        return parts.stream().allMatch(part -> part.isWhole(Sender.Fact.ADDRESS));
    }

    /** Their addresses, in order, none beside another. */
    public List<IpRange> addresses() {
        return space.addresses().ranges(places());
    }

    /** The public or private addresses, as they are of those, that they do not have, in order, none beside another. */
    public List<IpRange> otherAddresses() {
        var others = new BitSet();
        parts.forEach(part -> others.or(space.addresses().places(part.isPrivate())));
        others.andNot(places());
        return space.addresses().ranges(others);
    }

    /** Whether {@link #otherAddresses} says in fewer ranges than {@link #addresses} which addresses they have. */
    public boolean hasAnyAddressButSome() {
        return addresses().size() > otherAddresses().size();
    }

    private BitSet places() {
        var places = new BitSet(space.addresses().count());
        parts.forEach(part -> addPlaces(part, Sender.Fact.ADDRESS, places));
        return places;
    }

    private static BitSet classes(Part part, Sender.Fact fact, boolean theirs) {
        BitSet classes = part.classes(fact);
        if (theirs) {
            return classes;
        }
        var others = (BitSet) classes.clone();
        others.flip(0, part.before().dimension(fact).size());
        return others;
    }

    private static void addPlaces(Part part, Sender.Fact fact, BitSet to) {
        Dimension<?> dimension = part.before().dimension(fact);
        BitSet classes = part.classes(fact);
        for (int i = classes.nextSetBit(0); i >= 0; i = classes.nextSetBit(i + 1)) {
            to.set(dimension.place(i));
        }
    }

    /** What their names are worth. */
    public Names names() {
        var places = new BitSet();
        addPlaces(first(), Sender.Fact.NAME, places);
        return Names.of(space.names(), places);
    }

    /** Their reputations, those that they have. */
    public Few<Reputation> reputations() {
        return first().isWhole(Sender.Fact.REPUTATION)
                ? Few.any()
                : new Few<>(
                        false, values(Sender.Fact.REPUTATION, first().before().reputations(), true));
    }

    /** The codes of their countries; to be in none that is known is another. */
    public Few<String> countries() {
        Few<Country> countries = few(Sender.Fact.COUNTRY, first().before().countries());
        return new Few<>(
                countries.others(), countries.named().stream().map(Region::code).toList());
    }

    private static String code(Country country) {
        return country instanceof Country.Known(var code, var name) ? code : "";
    }

    /** Their organisations; to be of none that is known is another. */
    public Few<OptionalLong> organizations() {
        return few(Sender.Fact.ORGANIZATION, first().before().organizations());
    }

    /** The first class stands for all that no table names. */
    private <V> Few<V> few(Sender.Fact fact, Dimension<V> dimension) {
        if (first().isWhole(fact)) {
            return Few.any();
        }
        List<V> values = values(fact, dimension, true);
        return values.contains(dimension.witness(0))
                ? new Few<>(true, values(fact, dimension, false))
                : new Few<>(false, values);
    }

    private <V> List<V> values(Sender.Fact fact, Dimension<V> dimension, boolean theirs) {
        return classes(first(), fact, theirs).stream()
                .mapToObj(dimension::witness)
                .toList();
    }

    /** Whether the DNS lists that they are on do not matter. */
    public boolean hasAnyLists() {
        return first().isWhole(Sender.Fact.DNS_LISTS);
    }

    /** The DNS lists that they are on, one of these possibilities each. */
    public List<Listing> lists() {
        return classes(first(), Sender.Fact.DNS_LISTS, true).stream()
                .mapToObj(place -> Listings.listing(
                        first().before().lists(), first().after().lists(), place))
                .sorted(Comparator.comparing((Listing listing) -> listing.on().size()))
                .toList();
    }

    /**
     * The facts whose entries decide about them, if not any combination of these values makes a client of theirs: then
     * it is those about whom these entries decide.
     */
    public Optional<Deciders> deciders() {
        return first().deciders();
    }
}
