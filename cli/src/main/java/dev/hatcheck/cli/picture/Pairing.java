package dev.hatcheck.cli.picture;

import dev.hatcheck.engine.insight.Terms;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.Sender;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which rungs of two tables are the same group, or the same entry, and what has become of them. */
final class Pairing {
    private final TableFacts before;
    private final TableFacts after;
    private final Map<Integer, Pair> ofBefore = new LinkedHashMap<>();
    private final Map<Integer, Pair> ofAfter = new HashMap<>();
    private final Map<MailFlowPolicy, Terms> terms = new IdentityHashMap<>();

    /**
     * A rung of both tables, by its places.
     *
     * @param isMoved whether it stands elsewhere among the others
     * @param hasOtherSenders whether its entries mean others
     * @param hasOtherTerms whether something else is in force for them
     */
    record Pair(int before, int after, boolean isMoved, boolean hasOtherSenders, boolean hasOtherTerms) {
        boolean isSame() {
            return !isMoved && !hasOtherSenders && !hasOtherTerms;
        }
    }

    Pairing(TableFacts before, TableFacts after) {
        this.before = before;
        this.after = after;
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < after.size(); place++) {
            places.putIfAbsent(key(after.step(place)), place);
        }
        Map<Integer, Integer> both = new LinkedHashMap<>();
        for (int place = 0; place < before.size(); place++) {
            Optional<Integer> other = Optional.ofNullable(places.remove(key(before.step(place))));
            if (other.isPresent()) {
                both.put(place, other.get());
            }
        }
        BitSet moved = moved(List.copyOf(both.values()));
        int i = 0;
        for (Map.Entry<Integer, Integer> pair : both.entrySet()) {
            add(pair.getKey(), pair.getValue(), moved.get(i++));
        }
    }

    private void add(int old, int fresh, boolean isMoved) {
        Step one = before.step(old);
        Step other = after.step(fresh);
        var pair = new Pair(
                old,
                fresh,
                isMoved,
                !senders(one).equals(senders(other)),
                !terms(one).equals(terms(other)));
        ofBefore.put(old, pair);
        ofAfter.put(fresh, pair);
    }

    private static String key(Step step) {
        return (step.rung().group().isPresent() ? "group " : "entry ") + step.name();
    }

    private static Set<Sender> senders(Step step) {
        var senders = new HashSet<Sender>();
        step.entries().forEach(entry -> senders.add(entry.sender()));
        return senders;
    }

    private Terms terms(Step step) {
        return terms.computeIfAbsent(step.rung().policy(), Terms::of);
    }

    /**
     * The fewest that have to be moved so that all others stand in order: those that are no part of the longest row of
     * ascending numbers. Each number is laid on the first pile whose top is not lower; the piles are as many as the row
     * is long.
     */
    private static BitSet moved(List<Integer> order) {
        int[] numbers = new int[order.size()];
        int[] tops = new int[order.size()];
        int[] before = new int[order.size()];
        int piles = 0;
        for (int i = 0; i < order.size(); i++) {
            int number = order.get(i);
            int pile = Arrays.binarySearch(numbers, 0, piles, number);
            pile = pile < 0 ? -1 - pile : pile;
            numbers[pile] = number;
            tops[pile] = i;
            before[i] = pile == 0 ? -1 : tops[pile - 1];
            piles = Math.max(piles, pile + 1);
        }
        var moved = new BitSet();
        moved.set(0, order.size());
        for (int i = piles == 0 ? -1 : tops[piles - 1]; i >= 0; i = before[i]) {
            moved.clear(i);
        }
        return moved;
    }

    TableFacts before() {
        return before;
    }

    TableFacts after() {
        return after;
    }

    List<Pair> pairs() {
        return new ArrayList<>(ofBefore.values());
    }

    /** Whether anything has become of a rung of the old table. */
    boolean isChangedBefore(int place) {
        return Optional.ofNullable(ofBefore.get(place)).filter(Pair::isSame).isEmpty();
    }

    /** Whether anything has become of a rung of the new table. */
    boolean isChangedAfter(int place) {
        return Optional.ofNullable(ofAfter.get(place)).filter(Pair::isSame).isEmpty();
    }

    /** What will become of a rung of the old table, in words; none if nothing. */
    String wordsBefore(int place) {
        return Optional.ofNullable(ofBefore.get(place))
                .map(pair -> words(pair, "now " + (pair.after() + 1)))
                .orElse("taken away");
    }

    /** What has become of a rung of the new table, in words; none if nothing. */
    String wordsAfter(int place) {
        return Optional.ofNullable(ofAfter.get(place))
                .map(pair -> words(pair, "was " + (pair.before() + 1)))
                .orElse("new");
    }

    private static String words(Pair pair, String moved) {
        var words = new ArrayList<String>();
        if (pair.isMoved()) {
            words.add(moved);
        }
        if (pair.hasOtherSenders()) {
            words.add("other senders");
        }
        if (pair.hasOtherTerms()) {
            words.add("other terms");
        }
        return String.join(", ", words);
    }
}
