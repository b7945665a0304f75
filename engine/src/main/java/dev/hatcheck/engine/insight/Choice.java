package dev.hatcheck.engine.insight;

import java.util.List;
import java.util.function.Predicate;

/**
 * Which values of a fact a question is about.
 *
 * @param <V> the type of the values
 */
public sealed interface Choice<V> {
    /** Whether a value is one of them. */
    boolean admits(V value);

    /** All values. */
    record All<V>() implements Choice<V> {
        @Override
        public boolean admits(V value) {
            return true;
        }
    }

    /** These few. */
    record Only<V>(List<V> values) implements Choice<V> {
        public Only {
            values = List.copyOf(values);
        }

        @Override
        public boolean admits(V value) {
            return values.contains(value);
        }
    }

    /** Those that senders mean, or do not mean, by which the space must have been cut. */
    record Where<V>(Predicate<V> condition) implements Choice<V> {
        @Override
        public boolean admits(V value) {
            return condition.test(value);
        }
    }

    /** The values that this and another condition admit. */
    default Choice<V> and(Predicate<V> other) {
        return switch (this) {
            case All<V>() -> new Where<>(other);
            case Only<V>(var values) -> new Only<>(values.stream().filter(other).toList());
            case Where<V>(var condition) -> new Where<>(condition.and(other));
        };
    }
}
