package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.List;

/**
 * The addresses of IPv6 where something else may begin: the first of all, those where ranges begin, and those behind
 * their ends; in order, each once.
 *
 * <p>Their halves stand apart, because a search hardly ever needs the lower ones. The top bit of both is kept inverted:
 * then Java's order of numbers is that of addresses. Immutable.
 */
public final class Ipv6Edges {
    private static final IpAddress FIRST_V4 = IpAddress.ofV4(0);

    /** The first address of IPv6 behind those that map IPv4. */
    public static final IpAddress BEHIND_V4 = new IpAddress(0, 0x1_0000_0000_0000L);

    private final long[] upper;
    private final long[] lower;

    private Ipv6Edges(long[] upper, long[] lower) {
        this.upper = upper;
        this.lower = lower;
    }

    /** The edges of ranges of IPv6. */
    public static Ipv6Edges of(List<IpRange> ranges) {
        long[] pairs = new long[4 * ranges.size() + 2];
        int filled = put(new IpAddress(0, 0), pairs, 0);
        for (IpRange range : ranges) {
            filled = put(range.first(), pairs, filled);
            filled = put(behind(range.last()), pairs, filled);
        }
        return distinct(PairSort.sorted(pairs));
    }

    private static int put(IpAddress address, long[] pairs, int filled) {
        pairs[filled] = inverted(address.high());
        pairs[filled + 1] = inverted(address.low());
        return filled + 2;
    }

    /** The next address of IPv6, in whose midst those of IPv4 are mapped; behind the last of all comes the first. */
    private static IpAddress behind(IpAddress address) {
        IpAddress next = address.next();
        return next.equals(FIRST_V4) ? BEHIND_V4 : next;
    }

    private static Ipv6Edges distinct(long... sorted) {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i += 2) {
            distinct += isRepeated(sorted, i) ? 0 : 1;
        }
        long[] upper = new long[distinct];
        long[] lower = new long[distinct];
        int count = 0;
        for (int i = 0; i < sorted.length; i += 2) {
            if (!isRepeated(sorted, i)) {
                upper[count] = sorted[i];
                lower[count++] = sorted[i + 1];
            }
        }
        return new Ipv6Edges(upper, lower);
    }

    private static boolean isRepeated(long[] sorted, int i) {
        return i > 0 && sorted[i] == sorted[i - 2] && sorted[i + 1] == sorted[i - 1];
    }

    /** How many there are; they count from 0. */
    public int count() {
        return upper.length;
    }

    /** One of them. */
    public IpAddress address(int i) {
        return new IpAddress(inverted(upper[i]), inverted(lower[i]));
    }

    long[] upper() {
        return upper;
    }

    long[] lower() {
        return lower;
    }

    static long inverted(long half) {
        return half ^ Long.MIN_VALUE;
    }
}
