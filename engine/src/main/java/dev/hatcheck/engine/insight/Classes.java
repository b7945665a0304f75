package dev.hatcheck.engine.insight;

/**
 * The values of a fact, all of them, in classes of which a table treats each as one. Immutable.
 *
 * @param <V> the type of the values
 */
public interface Classes<V> {
    /** How many there are; they are counted from 0. */
    int count();

    /** A value of a class, the same one each time. */
    V witness(int place);
}
