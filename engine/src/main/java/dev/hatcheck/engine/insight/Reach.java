package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.Sender;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which entries decide about somebody, among the clients that a question is about, and about whom.
 *
 * <p>A client is decided by the lowest of the ranks of its facts. So of the highest ranks that each fact can have the
 * lowest is the last entry that anybody comes to, and before it every rank that any class has decides: about a client
 * with a value of that class, and of each other fact one of the highest rank. Takes time in proportion to the classes.
 * Immutable.
 */
public final class Reach {
    private static final int NOWHERE = -1;
    private static final int FACTS = Sender.Fact.values().length;

    private final Partition partition;
    private final List<Population> populations;
    private final BitSet reached = new BitSet();
    /**
     * For each rank the first class that has it: its number in its fact, and which fact of which population that is.
     */
    private final int[] classes;

    private final byte[] facts;

    private Reach(Partition partition, Meant meant) {
        this.partition = partition;
        this.populations = List.of(
                partition.publicClients().only(meant),
                partition.privateClients().only(meant));
        this.classes = new int[partition.index().size()];
        this.facts = new byte[partition.index().size()];
        for (int i = 0; i < populations.size(); i++) {
            if (!populations.get(i).isEmpty()) {
                walk(populations.get(i), i);
            }
        }
    }

    /** What decides about the clients that a question is about. */
    public static Reach of(Partition partition, Meant meant) {
        return new Reach(partition, meant);
    }

    private void walk(Population clients, int population) {
        int everyone = partition.index().everyone();
        int last = clients.lastRank(everyone);
        List<Dimension<?>> dimensions = clients.dimensions();
        for (int fact = 0; fact < dimensions.size(); fact++) {
            walk(dimensions.get(fact), last, population * FACTS + fact);
        }
        if (last == everyone) {
            note(everyone, NOWHERE, population * FACTS);
        }
    }

    private void walk(Dimension<?> dimension, int last, int fact) {
        for (int i = 0; i < dimension.size(); i++) {
            if (dimension.rank(i) <= last) {
                note(dimension.rank(i), i, fact);
            }
        }
    }

    private void note(int rank, int classOfIt, int fact) {
        if (!reached.get(rank)) {
            reached.set(rank);
            classes[rank] = classOfIt;
            facts[rank] = (byte) fact;
        }
    }

    /** Whether the question is about nobody. */
    public boolean isOfNobody() {
        return reached.isEmpty();
    }

    /** Whether the entry of a rank decides about anybody. */
    public boolean isReached(int rank) {
        return reached.get(rank);
    }

    /** The ranks of the entries that decide about somebody, in order. */
    public IntStream ranks() {
        return reached.stream();
    }

    /** A client about whom the entry of a rank, which must be reached, decides. */
    public Peer witness(int rank) {
        Population population = populations.get(facts[rank] / FACTS);
        Dimension<?> deciding = population.dimensions().get(facts[rank] % FACTS);
        return new Peer(
                value(population.addresses(), deciding, rank),
                value(population.names(), deciding, rank),
                value(population.reputations(), deciding, rank),
                value(population.countries(), deciding, rank),
                value(population.organizations(), deciding, rank),
                value(population.lists(), deciding, rank));
    }

    private <V> V value(Dimension<V> dimension, Dimension<?> deciding, int rank) {
        return dimension == deciding && classes[rank] != NOWHERE
                ? dimension.witness(classes[rank])
                : dimension.above(rank);
    }
}
