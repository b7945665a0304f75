package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ranges of one IP version with their ranks, the lowest first; in little memory, as there may be millions. */
final class RankedRanges {
    private final List<IpRange> ranges = new ArrayList<>();
    private int[] ranks = new int[16];

    void add(IpRange range, int rank) {
        if (ranges.size() == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * ranks.length);
        }
        ranks[ranges.size()] = rank;
        ranges.add(range);
    }

    int size() {
        return ranges.size();
    }

    List<IpRange> ranges() {
        return ranges;
    }

    IpRange range(int i) {
        return ranges.get(i);
    }

    int rank(int i) {
        return ranks[i];
    }
}
