package dev.hatcheck.engine.insight;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Clients that any combination of some standings of each fact makes. Immutable, though its sets are not.
 *
 * @param sets for each fact its standings
 */
record Box(List<BitSet> sets) {
    Box {
        sets = List.copyOf(sets);
    }

    /**
     * The clients of a level, and others of whom it is plain that they are treated the same as those: whatever fact has
     * a lower run has one that puts the same in force. None if there are none.
     */
    static Optional<Box> of(Level level, Clients clients, Runs before, Runs after) {
        var sets = new ArrayList<BitSet>();
        List<Fact<?>> facts = clients.facts();
        for (int fact = 0; fact < facts.size(); fact++) {
            BitSet set = standings(level, fact, facts.get(fact), before, after);
            if (set.isEmpty()) {
                return Optional.empty();
            }
            sets.add(set);
        }
        return Optional.of(new Box(sets));
    }

    private static BitSet standings(Level level, int number, Fact<?> fact, Runs before, Runs after) {
        int termsBefore = before.terms(level.before());
        int termsAfter = after.terms(level.after());
        var set = new BitSet(fact.count());
        for (int i = 0; i < fact.count(); i++) {
            boolean isSameBefore = before.terms(fact.before(i)) == termsBefore;
            boolean isSameAfter = after.terms(fact.after(i)) == termsAfter;
            boolean isFit = (isSameBefore || fact.before(i) > level.before())
                    && (isSameAfter || fact.after(i) > level.after())
                    && (number != level.decidesBefore() || isSameBefore && fact.before(i) <= level.before())
                    && (number != level.decidesAfter() || isSameAfter && fact.after(i) <= level.after());
            set.set(i, isFit);
        }
        return set;
    }

    /** Whether all clients of another are among these. */
    boolean contains(Box other) {
        for (int fact = sets.size() - 1; fact >= 0; fact--) { // the small ones first
            if (!contains(sets.get(fact), other.sets.get(fact))) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(BitSet whole, BitSet part) {
        for (int i = part.nextSetBit(0); i >= 0; i = part.nextSetBit(i + 1)) {
            if (!whole.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Its sets of all facts but one. */
    List<BitSet> but(int fact) {
        var others = new ArrayList<>(sets);
        others.remove(fact);
        return others;
    }

    /** These clients and those of another that differs in no other fact. */
    Box and(Box other, int fact) {
        var both = (BitSet) sets.get(fact).clone();
        both.or(other.sets.get(fact));
        var joined = new ArrayList<>(sets);
        joined.set(fact, both);
        return new Box(joined);
    }
}
