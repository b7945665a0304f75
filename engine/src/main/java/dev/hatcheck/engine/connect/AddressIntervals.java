package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;

/**
 * All addresses, cut wherever a range begins or ends: disjoint intervals, each with the lowest rank that covers it.
 *
 * <p>So ranges may overlap at will, and to look an address up is still a single search. An entry that owns no interval
 * never decides.
 */
final class AddressIntervals {
    private final Intervals v4;
    private final Intervals v6;

    private AddressIntervals(Intervals v4, Intervals v6) {
        this.v4 = v4;
        this.v6 = v6;
    }

    static AddressIntervals of(RankedRanges v4, RankedRanges v6) {
        return new AddressIntervals(
                ranked(Ipv4Intervals.cutBy(v4.ranges()), v4), ranked(Ipv6Intervals.cutBy(v6.ranges()), v6));
    }

    /** Each cell lies inside or outside of a range as a whole; neighbours of the same rank become one interval. */
    private static Intervals ranked(Intervals cells, RankedRanges ranges) {
        var painting = new Painting(cells.count());
        for (int i = 0; i < ranges.size(); i++) {
            painting.paint(
                    cells.of(ranges.range(i).first()), cells.of(ranges.range(i).last()), ranges.rank(i));
        }
        int[] edges = painting.edges();
        int[] ranks = new int[edges.length];
        for (int i = 0; i < edges.length; i++) {
            ranks[i] = painting.rank(edges[i]);
        }
        return cells.joined(edges, ranks);
    }

    /** The lowest rank of the ranges that hold an address. */
    int of(IpAddress address) {
        return (address.isV4() ? v4 : v6).of(address);
    }
}
