package dev.hatcheck.engine.insight;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * A fact as a table sees it: classes of its values, each with the lowest rank of the entries that mean it.
 *
 * <p>A class that no entry means has a rank higher than all others. There may be millions, so they are ranked by as
 * many processors as there are. Immutable.
 *
 * @param <V> the type of the values
 */
public final class Dimension<V> {
    private final Classes<V> classes;
    private final ToIntFunction<V> rankOf;
    private final List<V> natural;
    private final Choice<V> admitted;
    private final int[] places;
    private final int[] ranks;
    private final int highest;

    private Dimension(
            Classes<V> classes,
            ToIntFunction<V> rankOf,
            List<V> natural,
            Choice<V> admitted,
            int[] places,
            int... ranks) {
        this.classes = classes;
        this.rankOf = rankOf;
        this.natural = natural;
        this.admitted = admitted;
        this.places = places;
        this.ranks = ranks;
        this.highest = indexOfHighest(ranks);
    }

    /** All classes of a fact; the natural values are what a witness has where it does not matter, the best first. */
    static <V> Dimension<V> of(Classes<V> classes, ToIntFunction<V> rankOf, List<V> natural) {
        return of(classes, place -> rankOf.applyAsInt(classes.witness(place)), rankOf, natural);
    }

    /** The same, where there is a shorter way to the rank of a class than by a value of it. */
    static <V> Dimension<V> of(
            Classes<V> classes, IntUnaryOperator rankOfClass, ToIntFunction<V> rankOf, List<V> natural) {
        return new Dimension<>(
                classes,
                rankOf,
                natural,
                new Choice.All<>(),
                IntStream.range(0, classes.count()).toArray(),
                IntStream.range(0, classes.count()).parallel().map(rankOfClass).toArray());
    }

    private static int indexOfHighest(int... ranks) {
        int highest = 0;
        for (int i = 1; i < ranks.length; i++) {
            if (ranks[i] > ranks[highest]) {
                highest = i;
            }
        }
        return highest;
    }

    /** The part of it that a question is about. */
    Dimension<V> only(Choice<V> choice) {
        return switch (choice) {
            case Choice.All<V>() -> this;
            case Choice.Only<V>(var values) ->
                of(new ListedClasses<>(values.stream().filter(admitted::admits).toList()), rankOf, List.of());
            case Choice.Where<V>(var condition) -> only(condition, i -> condition.test(witness(i)));
        };
    }

    /** The values that meet a condition, and whether those of a class do. */
    Dimension<V> only(Predicate<V> condition, IntPredicate isKept) {
        boolean[] kept = new boolean[size()];
        IntStream.range(0, size()).parallel().forEach(i -> kept[i] = isKept.test(i));
        return new Dimension<>(
                classes,
                rankOf,
                natural.stream().filter(condition).toList(),
                admitted.and(condition),
                picked(places, kept),
                picked(ranks, kept));
    }

    /** No stream, which does not know how many there will be and takes the room of millions several times. */
    private static int[] picked(int[] from, boolean... kept) {
        int count = 0;
        for (boolean one : kept) {
            count += one ? 1 : 0;
        }
        int[] picked = new int[count];
        for (int i = kept.length - 1; i >= 0; i--) {
            if (kept[i]) {
                picked[--count] = from[i];
            }
        }
        return picked;
    }

    /** How many classes there are; they are counted from 0. */
    public int size() {
        return ranks.length;
    }

    /** Whether there is no value at all. */
    boolean isEmpty() {
        return ranks.length == 0;
    }

    /** The lowest rank of the entries that mean a class. */
    public int rank(int i) {
        return ranks[i];
    }

    /** A value of a class. */
    public V witness(int i) {
        return classes.witness(places[i]);
    }

    /** Where a class stands among those of the {@link Space}. */
    public int place(int i) {
        return places[i];
    }

    /** Values that a witness has where it does not matter, the best first. */
    List<V> natural() {
        return natural;
    }

    /** The lowest rank of the entries that mean a value. */
    int rankOf(V value) {
        return rankOf.applyAsInt(value);
    }

    /** The highest rank of any class. */
    int highestRank() {
        return ranks[highest];
    }

    /** A value of a higher rank than this, a natural one if there is any. */
    V above(int rank) {
        return natural.stream()
                .filter(value -> rankOf.applyAsInt(value) > rank)
                .findFirst()
                .orElseGet(() -> witness(highest));
    }
}
