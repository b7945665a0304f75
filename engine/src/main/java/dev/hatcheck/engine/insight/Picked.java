package dev.hatcheck.engine.insight;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * A list of things by their numbers, each made when it is asked for, as there may be many of whom few are looked at.
 */
final class Picked<V> extends AbstractList<V> implements RandomAccess {
    private final int[] numbers;
    private final IntFunction<V> thing;

    Picked(BitSet numbers, IntFunction<V> thing) {
        this.numbers = numbers.stream().toArray();
        this.thing = thing;
    }

    @Override
    public V get(int index) {
        return thing.apply(numbers[index]);
    }

    @Override
    public int size() {
        return numbers.length;
    }
}
