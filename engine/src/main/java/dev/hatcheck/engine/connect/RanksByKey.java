package dev.hatcheck.engine.connect;

import java.util.HashMap;
import java.util.Map;

/** The lowest rank for each of a few values, such as countries. Ranks are added from the lowest on. */
final class RanksByKey<K> {
    private final Map<K, Integer> ranks = new HashMap<>();

    void add(K key, int rank) {
        ranks.putIfAbsent(key, rank);
    }

    int of(K key) {
        Integer rank = ranks.get(key);
        return rank == null ? Rank.NONE : rank;
    }
}
