package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.Sender;
import java.util.BitSet;
import java.util.Optional;

/**
 * Clients that any combination of some values makes.
 *
 * @param clients all of their kind
 * @param box their standings
 * @param isPrivate whether their addresses are private
 */
record Combined(Clients clients, Box box, boolean isPrivate) implements Part {
    @Override
    public Population before() {
        return clients.before();
    }

    @Override
    public Population after() {
        return clients.after();
    }

    @Override
    public BitSet classes(Sender.Fact fact) {
        return clients.fact(fact).classes(standings(fact));
    }

    private BitSet standings(Sender.Fact fact) {
        return box.sets().get(fact.ordinal());
    }

    @Override
    public boolean isWhole(Sender.Fact fact) {
        return clients.fact(fact).isWhole(standings(fact));
    }

    @Override
    public Optional<Deciders> deciders() {
        return Optional.empty();
    }

    @Override
    public boolean combines(Peer client) {
        return true;
    }

    /** Whether what the reputation service tells does not matter. */
    private boolean hasAnyReputation() {
        return isWhole(Sender.Fact.REPUTATION) && isWhole(Sender.Fact.COUNTRY) && isWhole(Sender.Fact.ORGANIZATION);
    }

    /** Whether these clients differ from others in nothing but their addresses. */
    boolean isOneWith(Combined other) {
        return isPrivate != other.isPrivate
                && hasAnyReputation()
                && other.hasAnyReputation()
                && standings(Sender.Fact.NAME).equals(other.standings(Sender.Fact.NAME))
                && standings(Sender.Fact.DNS_LISTS).equals(other.standings(Sender.Fact.DNS_LISTS));
    }

    @Override
    public Peer witness() {
        return new Peer(
                clients.addresses().witness(standings(Sender.Fact.ADDRESS)),
                clients.names().witness(standings(Sender.Fact.NAME)),
                clients.reputations().witness(standings(Sender.Fact.REPUTATION)),
                clients.countries().witness(standings(Sender.Fact.COUNTRY)),
                clients.organizations().witness(standings(Sender.Fact.ORGANIZATION)),
                clients.lists().witness(standings(Sender.Fact.DNS_LISTS)));
    }
}
