package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.List;

/**
 * Intervals of IPv4.
 *
 * <p>An interval is one long: in the upper half the first address, its top bit inverted so that Java's order of numbers
 * is that of addresses; in the lower half the number. So the search that finds an interval has its number at hand.
 */
final class Ipv4Intervals implements Intervals {
    /** More would make a directory that itself lies too far away: measured at a million entries. */
    private static final int DIRECTORY_BITS = 16;

    private final long[] intervals;
    private final FirstBits firstBits;

    private Ipv4Intervals(long... intervals) {
        this.intervals = intervals;
        firstBits = new FirstBits(this, DIRECTORY_BITS);
    }

    /** An interval begins at each edge. */
    static Ipv4Intervals cutBy(List<IpRange> ranges) {
        Ipv4Edges edges = Ipv4Edges.of(ranges);
        long[] intervals = new long[edges.count()];
        for (int place = 0; place < intervals.length; place++) {
            intervals[place] = interval(edges.order(place), place);
        }
        return new Ipv4Intervals(intervals);
    }

    @Override
    public int count() {
        return intervals.length;
    }

    @Override
    public int first32(int place) {
        return Ipv4Edges.inverted(start(place));
    }

    @Override
    public int of(IpAddress address) {
        int bits = (int) address.low();
        int sought = Ipv4Edges.inverted(bits);
        int low = firstBits.from(bits);
        int high = firstBits.to(bits);
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (start(middle) <= sought) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return (int) intervals[low];
    }

    @Override
    public Intervals joined(int[] places, int[] numbers) {
        long[] joined = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            joined[i] = interval(start(places[i]), numbers[i]);
        }
        return new Ipv4Intervals(joined);
    }

    private int start(int place) {
        return (int) (intervals[place] >> 32);
    }

    private static long interval(int start, int number) {
        return (long) start << 32 | number;
    }
}
