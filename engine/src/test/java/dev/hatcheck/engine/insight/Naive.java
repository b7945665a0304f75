package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Sender;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The oracle: a table as a plain list of entries, asked one after the other about client after client. */
final class Naive {
    private final List<Admission> entries;
    private final boolean asksForReputation;

    Naive(HatIndex index, boolean asksForReputation) {
        this.entries =
                IntStream.range(0, index.size()).mapToObj(index::admission).toList();
        this.asksForReputation = asksForReputation;
    }

    /** Whether a client meets a sender. */
    static boolean meets(Peer peer, Sender sender) {
        return switch (sender) {
            case Sender.Address(var range) -> range.contains(peer.address());
            case Sender.Host(var name) ->
                peer.reverseDns() instanceof ReverseDns.Verified(var actual)
                        && actual.text().equals(name.text());
            case Sender.PartialHost(var name) ->
                peer.reverseDns() instanceof ReverseDns.Verified(var actual)
                        && actual.text().endsWith("." + name.text());
            case Sender.ReputationRange(var low, var high) ->
                peer.reputation() instanceof Reputation.Scored(var score)
                        && score.tenths() >= low.tenths()
                        && score.tenths() <= high.tenths();
            case Sender.NoReputation() ->
                peer.reputation() instanceof Reputation.None || peer.reputation() instanceof Reputation.Unavailable;
            case Sender.Organization(var id) ->
                peer.organization().isPresent() && peer.organization().getAsLong() == id;
            case Sender.Country(var code) ->
                peer.country() instanceof Country.Known(var actual, var name) && actual.equals(code);
            case Sender.DnsList(var zone) ->
                peer.lists().of(zone).filter(DnsLists.Answer.LISTED::equals).isPresent();
            case Sender.NoPtrRecord() -> peer.reverseDns() instanceof ReverseDns.NoRecord;
            case Sender.PtrLookupFails() -> peer.reverseDns() instanceof ReverseDns.TemporaryFailure;
            case Sender.PtrDoesNotMatch() -> peer.reverseDns() instanceof ReverseDns.Mismatch;
            case Sender.Everyone() -> true;
        };
    }

    /** The rank of the entry that decides about a client. */
    int decider(Peer peer) {
        for (int rank = 0; rank < entries.size(); rank++) {
            Admission admission = entries.get(rank);
            if (admission.behavior() != ConnectionBehavior.CONTINUE
                    && meets(peer, admission.entry().sender())) {
                return rank;
            }
        }
        throw new IllegalStateException("the table has no ALL");
    }

    /** The ranks that decide about some client that a question is about, of those around its and these senders. */
    Set<Integer> deciders(Asked question) {
        List<Sender> senders = new ArrayList<>(question.senders());
        entries.forEach(admission -> senders.add(admission.entry().sender()));
        var deciders = new TreeSet<Integer>();
        for (boolean isPrivate : new boolean[] {false, true}) {
            List<List<Peer>> facts =
                    AllClients.around(senders, isPrivate, asksForReputation).facts();
            Set<Integer> some = Set.of(Integer.MAX_VALUE);
            for (int fact = 0; fact < facts.size(); fact++) {
                some = combined(some, firstMatches(facts.get(fact), fact, question));
            }
            deciders.addAll(some);
        }
        return deciders;
    }

    /** For each value of a fact the first entry about that fact that it meets, or the last of all. */
    private Set<Integer> firstMatches(List<Peer> values, int fact, Asked question) {
        var ranks = new LinkedHashSet<Integer>();
        for (Peer value : values) {
            if (question.means(value, fact)) {
                ranks.add(firstMatch(value, fact));
            }
        }
        return ranks;
    }

    /** The first entry about a fact that a client meets, or the last of all. */
    int firstMatch(Peer value, int fact) {
        return IntStream.range(0, entries.size())
                .filter(rank -> entries.get(rank).behavior() != ConnectionBehavior.CONTINUE)
                .filter(rank -> fact(entries.get(rank).entry().sender()) == fact
                        && meets(value, entries.get(rank).entry().sender()))
                .findFirst()
                .orElse(entries.size() - 1);
    }

    /** Facts are independent, and whichever meets the earlier entry decides. */
    private static Set<Integer> combined(Set<Integer> some, Set<Integer> others) {
        var combined = new TreeSet<Integer>();
        some.forEach(one -> others.forEach(other -> combined.add(Math.min(one, other))));
        return combined;
    }

    /** Which fact a sender asks about; those of {@link AllClients} count from 0. */
    static int fact(Sender sender) {
        return switch (sender) {
            case Sender.Address a -> 0;
            case Sender.Host h -> 1;
            case Sender.PartialHost p -> 1;
            case Sender.NoPtrRecord n -> 1;
            case Sender.PtrLookupFails f -> 1;
            case Sender.PtrDoesNotMatch m -> 1;
            case Sender.ReputationRange r -> 2;
            case Sender.NoReputation n -> 2;
            case Sender.Country c -> 3;
            case Sender.Organization o -> 4;
            case Sender.DnsList d -> 5;
            case Sender.Everyone e -> -1;
        };
    }
}
