package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.PrivateNetworks;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The classes of addresses in a row with the lowest rank of each, to be gone through without a stop where the rank
 * stays the same.
 *
 * <p>Ranges that lie over each other leave at most twice as many runs as there are ranks among them, so the first few
 * ranks of any stretch are found in a few steps.
 */
final class AddressRuns {
    private final AddressClasses classes;
    private final int[] ranks;
    /** For each class the first behind it that has another rank. */
    private final int[] next;
    /** The classes as the leaves of a tree, each node of which has the highest rank below it. */
    private final int[] highest;

    private final List<Stretch> privateOnes = new ArrayList<>();
    private final List<Stretch> publicOnes = new ArrayList<>();

    /** Classes from one to another, both included. */
    private record Stretch(int first, int last) {
        Stream<Stretch> within(Stretch other) {
            var both = new Stretch(Math.max(first, other.first), Math.min(last, other.last));
            return both.first <= both.last ? Stream.of(both) : Stream.empty();
        }
    }

    private AddressRuns(AddressClasses classes, int... ranks) {
        this.classes = classes;
        this.ranks = ranks;
        this.next = new int[ranks.length];
        for (int place = ranks.length - 1; place >= 0; place--) {
            boolean goesOn = place + 1 < ranks.length && ranks[place] == ranks[place + 1];
            next[place] = goesOn ? next[place + 1] : place + 1;
        }
        this.highest = new int[2 * ranks.length];
        System.arraycopy(ranks, 0, highest, ranks.length, ranks.length);
        for (int node = ranks.length - 1; node > 0; node--) {
            highest[node] = Math.max(highest[2 * node], highest[2 * node + 1]);
        }
        int behind = 0;
        for (IpRange network : PrivateNetworks.ranges()) {
            Stretch it = stretch(network);
            privateOnes.add(it);
            publicOnes.add(new Stretch(behind, it.first - 1));
            behind = it.last + 1;
        }
        publicOnes.add(new Stretch(behind, ranks.length - 1));
    }

    static AddressRuns of(AddressClasses classes, Dimension<IpAddress> addresses) {
        return new AddressRuns(
                classes,
                IntStream.range(0, addresses.size()).map(addresses::rank).toArray());
    }

    private Stretch stretch(IpRange range) {
        return new Stretch(classes.place(range.first()), classes.place(range.last()));
    }

    private Stream<Stretch> among(IpRange range, boolean arePrivate) {
        Stretch whole = stretch(range);
        return (arePrivate ? privateOnes : publicOnes).stream().flatMap(whole::within);
    }

    /** The ranks of the runs in a range. */
    IntStream ranks(IpRange range) {
        return ranks(stretch(range));
    }

    /** The same of its private or of its public addresses. */
    IntStream ranks(IpRange range, boolean arePrivate) {
        return among(range, arePrivate).flatMapToInt(this::ranks);
    }

    private IntStream ranks(Stretch stretch) {
        return IntStream.iterate(stretch.first, place -> place <= stretch.last, place -> next[place])
                .map(place -> ranks[place]);
    }

    /** Whether a rank of private or of public addresses of a range is at least this one; takes few steps. */
    boolean reach(IpRange range, boolean arePrivate, int rank) {
        return among(range, arePrivate).anyMatch(stretch -> highest(stretch) >= rank);
    }

    private int highest(Stretch stretch) {
        int found = Integer.MIN_VALUE;
        int low = stretch.first + ranks.length;
        int high = stretch.last + ranks.length + 1;
        while (low < high) {
            if ((low & 1) == 1) {
                found = Math.max(found, highest[low++]);
            }
            if ((high & 1) == 1) {
                found = Math.max(found, highest[--high]);
            }
            low >>= 1;
            high >>= 1;
        }
        return found;
    }
}
