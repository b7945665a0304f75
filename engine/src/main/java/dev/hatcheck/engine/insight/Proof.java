package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.HatIndex;
import java.util.Arrays;
import java.util.List;

/**
 * What became of a claim: it is proven if no client contradicts it, and else refuted.
 *
 * @param isOfNobody whether there are no clients of whom it speaks, so that it holds of necessity
 * @param counterexamples for the first entries that contradict it a client each
 * @param entries how many entries contradict it
 */
public record Proof(boolean isOfNobody, List<Counterexample> counterexamples, int entries) {
    private static final int SHOWN = 10;

    /** A client that contradicts a claim, and what decides about it. */
    public record Counterexample(Peer client, Admission admission) {}

    public Proof {
        counterexamples = List.copyOf(counterexamples);
    }

    /** Whether the claim holds. */
    public boolean isProven() {
        return entries == 0;
    }

    /** What becomes of a claim. The partition has to be of a space that was cut by the senders of the claim, too. */
    public static Proof of(Partition partition, Claim claim) {
        Reach reach = Reach.of(partition, claim.meant());
        HatIndex index = partition.index();
        int[] against = reach.ranks()
                .filter(rank -> !claim.isKeptBy(index.admission(rank)))
                .toArray();
        return new Proof(
                reach.ranks().noneMatch(rank -> claim.isAbout(index.admission(rank))),
                Arrays.stream(against)
                        .limit(SHOWN)
                        .mapToObj(rank -> new Counterexample(reach.witness(rank), index.admission(rank)))
                        .toList(),
                against.length);
    }
}
