package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;
import java.util.Arrays;

/**
 * All addresses, cut wherever a range begins or ends: disjoint intervals, each with the lowest rank that covers it.
 *
 * <p>So ranges may overlap at will, and to look an address up is still a single search. An entry that owns no interval
 * never decides.
 */
final class AddressIntervals {
    private final Owned v4;
    private final Owned v6;

    private AddressIntervals(Owned v4, Owned v6) {
        this.v4 = v4;
        this.v6 = v6;
    }

    /** Intervals of one IP version, and the rank of each. */
    private record Owned(Starts starts, int[] ranks) {
        /** What the ranges leave of the cells between these starts, of which each lies inside or outside of a range. */
        static Owned of(Starts cells, RankedRanges ranges) {
            var painting = new Painting(cells.count());
            for (int i = 0; i < ranges.size(); i++) {
                painting.paint(
                        cells.before(ranges.range(i).first()),
                        cells.before(ranges.range(i).last()),
                        ranges.rank(i));
            }
            int[] edges = painting.edges();
            return new Owned(
                    cells.only(edges), Arrays.stream(edges).map(painting::rank).toArray());
        }

        int of(IpAddress address) {
            return ranks[starts.before(address)];
        }
    }

    static AddressIntervals of(RankedRanges v4, RankedRanges v6) {
        return new AddressIntervals(Owned.of(Ipv4Starts.of(v4.ranges()), v4), Owned.of(Ipv6Starts.of(v6.ranges()), v6));
    }

    /** The lowest rank of the ranges that hold an address. */
    int of(IpAddress address) {
        return (address.isV4() ? v4 : v6).of(address);
    }
}
