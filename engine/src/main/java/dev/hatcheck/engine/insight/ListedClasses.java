package dev.hatcheck.engine.insight;

import java.util.List;

/** Classes of a fact that has few: a value of each. */
record ListedClasses<V>(List<V> values) implements Classes<V> {
    ListedClasses {
        values = List.copyOf(values);
    }

    @Override
    public int count() {
        return values.size();
    }

    @Override
    public V witness(int place) {
        return values.get(place);
    }
}
