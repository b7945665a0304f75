package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.IpAddress;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;

/** Clients that any combination of facts makes, as two tables see them. Immutable. */
record Clients(
        Population before,
        Population after,
        Fact<IpAddress> addresses,
        Fact<ReverseDns> names,
        Fact<Reputation> reputations,
        Fact<Country> countries,
        Fact<OptionalLong> organizations,
        Fact<DnsLists> lists) {

    /** A population as both tables have it. */
    static Clients of(Population before, Population after, Runs runsBefore, Runs runsAfter) {
        return new Clients(
                before,
                after,
                Fact.of(before.addresses(), after.addresses(), runsBefore, runsAfter),
                Fact.of(before.names(), after.names(), runsBefore, runsAfter),
                Fact.of(before.reputations(), after.reputations(), runsBefore, runsAfter),
                Fact.of(before.countries(), after.countries(), runsBefore, runsAfter),
                Fact.of(before.organizations(), after.organizations(), runsBefore, runsAfter),
                Fact.of(before.lists(), after.lists(), runsBefore, runsAfter));
    }

    /** All facts, in the order of {@link Sender.Fact}. */
    List<Fact<?>> facts() {
        return List.of(addresses, names, reputations, countries, organizations, lists);
    }

    Fact<?> fact(Sender.Fact fact) {
        return facts().get(fact.ordinal());
    }

    /** The ranks that the classes of populations have in their table. */
    static BitSet ranks(List<Population> populations, int everyone) {
        var used = new BitSet();
        for (Population population : populations) {
            for (Dimension<?> dimension : population.dimensions()) {
                for (int i = 0; i < dimension.size(); i++) {
                    used.set(Math.min(dimension.rank(i), everyone));
                }
            }
        }
        return used;
    }
}
