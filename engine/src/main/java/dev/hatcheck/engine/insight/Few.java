package dev.hatcheck.engine.insight;

import java.util.List;

/**
 * Some values of a fact that has few: those that are named, or all others.
 *
 * @param others whether it is all others
 * @param named the values, in their order
 */
public record Few<V>(boolean others, List<V> named) {
    public Few {
        named = List.copyOf(named);
    }

    /** Any value. */
    static <V> Few<V> any() {
        return new Few<>(true, List.of());
    }

    /** Whether it is every value there is. */
    public boolean isAny() {
        return others && named.isEmpty();
    }

    /** Whether a value is one of them. */
    public boolean contains(V value) {
        return named.contains(value) != others;
    }
}
