package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.List;

/**
 * Intervals of IPv6.
 *
 * <p>Where they begin is kept as edges are: the halves of addresses apart, the top bit of both inverted.
 */
final class Ipv6Intervals implements Intervals {
    /** Measured at a million entries: a fifth faster than 16, since an interval takes more room than one of IPv4. */
    private static final int DIRECTORY_BITS = 20;

    private final long[] upper;
    private final long[] lower;
    private final int[] numbers;
    private final FirstBits firstBits;

    private Ipv6Intervals(long[] upper, long[] lower, int... numbers) {
        this.upper = upper;
        this.lower = lower;
        this.numbers = numbers;
        firstBits = new FirstBits(this, DIRECTORY_BITS);
    }

    /** An interval begins at each edge. */
    static Ipv6Intervals cutBy(List<IpRange> ranges) {
        Ipv6Edges edges = Ipv6Edges.of(ranges);
        int[] numbers = new int[edges.count()];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = place;
        }
        return new Ipv6Intervals(edges.upper(), edges.lower(), numbers);
    }

    @Override
    public int count() {
        return upper.length;
    }

    @Override
    public int first32(int place) {
        return (int) (Ipv6Edges.inverted(upper[place]) >>> 32);
    }

    @Override
    public int of(IpAddress address) {
        int first32 = (int) (address.high() >>> 32);
        long soughtUpper = Ipv6Edges.inverted(address.high());
        long soughtLower = Ipv6Edges.inverted(address.low());
        int low = firstBits.from(first32);
        int high = firstBits.to(first32);
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            long start = upper[middle];
            if (start < soughtUpper || start == soughtUpper && lower[middle] <= soughtLower) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return numbers[low];
    }

    @Override
    public Intervals joined(int[] places, int[] joinedNumbers) {
        long[] joinedUpper = new long[places.length];
        long[] joinedLower = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            joinedUpper[i] = upper[places[i]];
            joinedLower[i] = lower[places[i]];
        }
        return new Ipv6Intervals(joinedUpper, joinedLower, joinedNumbers);
    }
}
