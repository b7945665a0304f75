package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.IpAddress;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Whom a question is about: a choice of values for each fact, all of which a client has to have. Immutable; what adds
 * to it answers a changed copy.
 */
public record Meant(
        Choice<IpAddress> addresses,
        Choice<ReverseDns> names,
        Choice<Reputation> reputations,
        Choice<Country> countries,
        Choice<OptionalLong> organizations,
        Choice<DnsLists> lists) {

    /** Everybody. */
    public static Meant everybody() {
        return new Meant(
                new Choice.All<>(),
                new Choice.All<>(),
                new Choice.All<>(),
                new Choice.All<>(),
                new Choice.All<>(),
                new Choice.All<>());
    }

    /** Those of them whom one of these senders means, all of which ask about the same fact, but not about DNS lists. */
    public Meant anyOf(List<Sender> senders) {
        return and(senders, true);
    }

    /** Those of them whom none of these senders means, whatever facts they ask about. */
    public Meant noneOf(List<Sender> senders) {
        Meant meant = this;
        for (Sender sender : senders) {
            meant = meant.and(List.of(sender), false);
        }
        return meant;
    }

    /** Those of them who have one of these addresses. */
    public Meant withAddresses(List<IpAddress> only) {
        var admitted = only.stream().filter(addresses::admits).toList();
        return new Meant(new Choice.Only<>(admitted), names, reputations, countries, organizations, lists);
    }

    /** Those of them whose names are worth one of these. */
    public Meant withNames(List<ReverseDns> only) {
        return withNames(new Choice.Only<>(only.stream().filter(names::admits).toList()));
    }

    /** Those of them whose name does not count, for one reason or another. */
    public Meant unverified() {
        return withNames(names.and(name -> !(name instanceof ReverseDns.Verified)));
    }

    private Meant withNames(Choice<ReverseDns> other) {
        return new Meant(addresses, other, reputations, countries, organizations, lists);
    }

    private Meant and(List<Sender> senders, boolean wanted) {
        return switch (senders.getFirst()) {
            case Sender.Address a ->
                new Meant(
                        addresses.and(any(senders, Meaning::ofAddress, wanted)),
                        names,
                        reputations,
                        countries,
                        organizations,
                        lists);
            case Sender.Host h -> withNames(names.and(any(senders, Meaning::ofName, wanted)));
            case Sender.PartialHost p -> withNames(names.and(any(senders, Meaning::ofName, wanted)));
            case Sender.NoPtrRecord n -> withNames(names.and(any(senders, Meaning::ofName, wanted)));
            case Sender.PtrLookupFails f -> withNames(names.and(any(senders, Meaning::ofName, wanted)));
            case Sender.PtrDoesNotMatch m -> withNames(names.and(any(senders, Meaning::ofName, wanted)));
            case Sender.ReputationRange r -> withReputations(any(senders, Meaning::ofReputation, wanted));
            case Sender.NoReputation n -> withReputations(any(senders, Meaning::ofReputation, wanted));
            case Sender.Country c ->
                new Meant(
                        addresses,
                        names,
                        reputations,
                        countries.and(any(senders, Meaning::ofCountry, wanted)),
                        organizations,
                        lists);
            case Sender.Organization o ->
                new Meant(
                        addresses,
                        names,
                        reputations,
                        countries,
                        organizations.and(any(senders, Meaning::ofOrganization, wanted)),
                        lists);
            case Sender.DnsList d -> throw new IllegalArgumentException("no question is about DNS lists");
            case Sender.Everyone e -> wanted ? this : withNames(new Choice.Only<>(List.of()));
        };
    }

    private Meant withReputations(Predicate<Reputation> other) {
        return new Meant(addresses, names, reputations.and(other), countries, organizations, lists);
    }

    private interface Means<V> {
        boolean test(Sender sender, V value);
    }

    private static <V> Predicate<V> any(List<Sender> senders, Means<V> means, boolean wanted) {
        Sender[] all = senders.toArray(Sender[]::new);
        return value -> {
            for (Sender sender : all) { // no stream: a question goes through millions of classes
                if (means.test(sender, value)) {
                    return wanted;
                }
            }
            return !wanted;
        };
    }
}
