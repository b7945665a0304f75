package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.CrowdedTables;
import dev.hatcheck.policies.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whom a question is about, as the oracle sees it.
 *
 * @param anyOf of each list one has to be met; those of a list ask about the same fact
 * @param noneOf none may be met
 */
record Asked(List<List<Sender>> anyOf, List<Sender> noneOf) {
    /** Half of the questions are about everybody. */
    static Asked random(CrowdedTables tables, Random random) {
        var anyOf = new ArrayList<List<Sender>>();
        var noneOf = new ArrayList<Sender>();
        while (random.nextBoolean()) {
            Sender first = drawn(tables);
            if (random.nextInt(3) == 0) {
                noneOf.add(first);
            } else {
                Stream<Sender> others = Stream.generate(() -> drawn(tables))
                        .filter(sender -> Naive.fact(sender) == Naive.fact(first))
                        .limit(random.nextInt(3));
                anyOf.add(Stream.concat(Stream.of(first), others).toList());
            }
        }
        return new Asked(anyOf, noneOf);
    }

    private static Sender drawn(CrowdedTables tables) {
        return Stream.generate(tables::sender)
                .filter(Predicate.not(Sender.DnsList.class::isInstance))
                .findFirst()
                .orElseThrow();
    }

    Meant meant() {
        Meant meant = Meant.everybody();
        for (List<Sender> senders : anyOf) {
            meant = meant.anyOf(senders);
        }
        return meant.noneOf(noneOf);
    }

    List<Sender> senders() {
        return Stream.concat(anyOf.stream().flatMap(List::stream), noneOf.stream())
                .toList();
    }

    /** Whether a client is one of those meant, as far as one fact goes. */
    boolean means(Peer peer, int fact) {
        return anyOf.stream()
                        .filter(senders -> Naive.fact(senders.getFirst()) == fact)
                        .allMatch(senders -> senders.stream().anyMatch(sender -> Naive.meets(peer, sender)))
                && noneOf.stream()
                        .filter(sender -> Naive.fact(sender) == fact)
                        .noneMatch(sender -> Naive.meets(peer, sender));
    }

    /** Whether a client is one of those meant. */
    boolean means(Peer peer) {
        return anyOf.stream().allMatch(senders -> senders.stream().anyMatch(sender -> Naive.meets(peer, sender)))
                && noneOf.stream().noneMatch(sender -> Naive.meets(peer, sender));
    }
}
