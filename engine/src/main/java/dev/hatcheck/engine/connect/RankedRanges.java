package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ranges of one IP version with their ranks, the lowest first; in little memory, as there may be millions. */
final class RankedRanges {
    private final List<IpRange> ranges = new ArrayList<>();
    private int[] ranks = new int[16];
    private int singles;

    void add(IpRange range, int rank) {
        if (ranges.size() == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * ranks.length);
        }
        ranks[ranges.size()] = rank;
        ranges.add(range);
        singles += isSingle(range) ? 1 : 0;
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

    /** How many are of one address. */
    int singles() {
        return singles;
    }

    /** Those of one address, in their order. */
    RankedRanges singlesOnly() {
        return only(true);
    }

    /** Those of more than one address, in their order. */
    RankedRanges wideOnly() {
        return only(false);
    }

    private RankedRanges only(boolean single) {
        var only = new RankedRanges();
        for (int i = 0; i < ranges.size(); i++) {
            if (isSingle(ranges.get(i)) == single) {
                only.add(ranges.get(i), ranks[i]);
            }
        }
        return only;
    }

    private static boolean isSingle(IpRange range) {
        return range.first().equals(range.last());
    }

    int rank(int i) {
        return ranks[i];
    }
}
