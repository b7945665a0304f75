package dev.hatcheck.engine.insight;

import dev.hatcheck.policies.Sender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * All facts of some clients by the ranks that two tables give them, where {@code ALL} counts as a fact of which
 * everybody has the same value.
 *
 * <p>So by each table exactly one fact decides about a client, that of the lowest rank. Let one fact decide by the old
 * table, with a rank {@code r}, and another by the new one, with a rank {@code s}. Then all facts stand behind both
 * ranks but for these two, of which each stands behind the rank of the other. For each {@code r} the lowest {@code s}
 * that will do is the one to look at: whatever stands in the way of it stands in the way of all higher ones. So it
 * takes no more than going through both facts to find all their values that decide. Immutable.
 */
final class Rankings {
    private final List<Ranked> facts;
    /** Of the facts that have no class which is in nobody's way, how far the others may go behind each rank. */
    private final Map<Ranked, int[]> limits = new LinkedHashMap<>();

    private final int[] termsBefore;
    private final int[] termsAfter;

    private Rankings(List<Ranked> facts, int[] termsBefore, int[] termsAfter) {
        this.facts = List.copyOf(facts);
        facts.stream()
                .filter(fact -> !fact.canBeBehindAll())
                .forEach(fact -> limits.put(fact, fact.highestBehind(termsBefore.length)));
        this.termsBefore = termsBefore;
        this.termsAfter = termsAfter;
    }

    /**
     * The clients of a population as both tables have it, and the numbers of what each rank up to ALL's puts in force.
     */
    static Rankings of(Population before, Population after, int[] termsBefore, int[] termsAfter) {
        int lastBefore = termsBefore.length - 1;
        int lastAfter = termsAfter.length - 1;
        var facts = new ArrayList<Ranked>();
        for (int fact = 0; fact < before.dimensions().size(); fact++) {
            facts.add(
                    Ranked.of(before.dimensions().get(fact), after.dimensions().get(fact), lastBefore, lastAfter));
        }
        facts.add(Ranked.everybody(lastBefore, lastAfter));
        return new Rankings(facts, termsBefore, termsAfter);
    }

    Ranked fact(Optional<Sender.Fact> fact) {
        return facts.get(fact.map(Sender.Fact::ordinal).orElse(facts.size() - 1));
    }

    /** How many ranks there are by the old table, that of {@code ALL} included. */
    int countBefore() {
        return termsBefore.length;
    }

    private boolean decidesAfter(int rank) {
        return rank < termsAfter.length;
    }

    boolean putsInForceBefore(int rank, int terms) {
        return termsBefore[rank] == terms;
    }

    boolean putsInForceAfter(int rank, int terms) {
        return decidesAfter(rank) && termsAfter[rank] == terms;
    }

    /**
     * The rank of the new table that all facts but the deciding ones can stand behind no more, by the rank of the old
     * one that they do stand behind.
     */
    IntUnaryOperator roomBehind(Deciders deciders) {
        Ranked one = fact(deciders.before());
        Ranked other = fact(deciders.after());
        List<int[]> narrow = limits.entrySet().stream()
                .filter(limit -> limit.getKey() != one && limit.getKey() != other)
                .map(Map.Entry::getValue)
                .toList();
        return rankBefore -> {
            int room = Integer.MAX_VALUE;
            for (int[] limit : narrow) {
                room = Math.min(room, limit[rankBefore]);
            }
            return room;
        };
    }

    /** What is put in force for some client by two different terms, by the facts that decide. */
    Map<Deciders, Set<Outcome>> outcomes() {
        Map<Deciders, Set<Outcome>> outcomes = new LinkedHashMap<>();
        for (Deciders deciders : Deciders.all()) {
            Ranked one = fact(deciders.before());
            Ranked other = fact(deciders.after());
            if (one.deciding() > 0 && other.decidesAfter()) {
                outcomes.put(deciders, one == other ? outcomesOfOne(deciders) : outcomesOfTwo(deciders));
            }
        }
        return outcomes;
    }

    private Set<Outcome> outcomesOfOne(Deciders deciders) {
        Ranked fact = fact(deciders.before());
        IntUnaryOperator roomBehind = roomBehind(deciders);
        var found = new LinkedHashSet<Outcome>();
        for (int i = 0; i < fact.deciding(); i++) {
            int terms = termsBefore[fact.before(i)];
            int after = fact.after(i);
            if (decidesAfter(after) && terms != termsAfter[after] && after < roomBehind.applyAsInt(fact.before(i))) {
                found.add(new Outcome(terms, termsAfter[after]));
            }
        }
        return found;
    }

    /** From the last rank of the old table on, as more and more of the other fact stands behind. */
    private Set<Outcome> outcomesOfTwo(Deciders deciders) {
        Ranked one = fact(deciders.before());
        Ranked other = fact(deciders.after());
        IntUnaryOperator roomBehind = roomBehind(deciders);
        int[] lowest = new int[Arrays.stream(termsAfter).max().orElseThrow() + 1];
        Arrays.fill(lowest, Integer.MAX_VALUE);
        Map<Integer, BitSet> missing = new HashMap<>();
        var found = new LinkedHashSet<Outcome>();
        int next = other.count() - 1;
        for (int i = one.deciding() - 1; i >= 0; i--) {
            int before = one.before(i);
            for (; next >= 0 && other.before(next) > before; next--) {
                int after = other.after(next);
                if (decidesAfter(after)) {
                    lowest[termsAfter[after]] = Math.min(lowest[termsAfter[after]], after);
                }
            }
            int terms = termsBefore[before];
            BitSet open = missing.computeIfAbsent(terms, first -> allBut(first, lowest.length));
            int end = open.isEmpty() ? 0 : Math.min(one.after(i), roomBehind.applyAsInt(before));
            for (int it = open.nextSetBit(0); it >= 0; it = open.nextSetBit(it + 1)) {
                if (lowest[it] < end) {
                    found.add(new Outcome(terms, it));
                    open.clear(it);
                }
            }
        }
        return found;
    }

    private static BitSet allBut(int one, int count) {
        var all = new BitSet();
        all.set(0, count);
        all.clear(one);
        return all;
    }
}
