package dev.hatcheck.engine.insight;

import dev.hatcheck.policies.address.IpAddress;
import java.util.stream.IntStream;

/**
 * The classes of addresses in a row with the lowest rank of each, to be gone through without a stop where the rank stays
 * the same.
 *
 * <p>Ranges that lie over each other leave at most twice as many runs as there are ranks among them, so the first few
 * ranks of any stretch are found in a few steps.
 */
final class AddressRuns {
    private final int[] ranks;
    /** For each class the first behind it that has another rank. */
    private final int[] next;

    private AddressRuns(int... ranks) {
        this.ranks = ranks;
        this.next = new int[ranks.length];
        for (int place = ranks.length - 1; place >= 0; place--) {
            boolean goesOn = place + 1 < ranks.length && ranks[place] == ranks[place + 1];
            next[place] = goesOn ? next[place + 1] : place + 1;
        }
    }

    static AddressRuns of(Dimension<IpAddress> addresses) {
        return new AddressRuns(
                IntStream.range(0, addresses.size()).map(addresses::rank).toArray());
    }

    /** The ranks of the runs from one class to another, both included. */
    IntStream ranks(int first, int last) {
        return IntStream.iterate(first, place -> place <= last, place -> next[place])
                .map(place -> ranks[place]);
    }
}
