package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;

/**
 * The lowest rank for each address: of the entries that mean it alone, and of those that mean a range.
 *
 * <p>Long tables are mostly single addresses. One of those is found by a visit to one or two places in memory, where the
 * search among intervals takes several.
 */
final class AddressRanks {
    private final Ipv4Singles v4;
    private final Ipv6Singles v6;
    private final AddressIntervals ranges;

    /** The ranks of ranges of IPv4 and of IPv6; fewer single addresses of IPv4 than so many are ranges like others. */
    AddressRanks(RankedRanges ofV4, RankedRanges ofV6, int many) {
        var singles = new RankedRanges();
        var v4Ranges = ofV4.singles() < many ? ofV4 : ofV4.wide(singles::add);
        v4 = new Ipv4Singles(singles);
        v6 = new Ipv6Singles(ofV6.singles());
        ranges = AddressIntervals.of(v4Ranges, ofV6.wide((range, rank) -> v6.add(range.first(), rank)));
    }

    int of(IpAddress address) {
        int place = place(address);
        int rank = besidesPlaces(address);
        return place == Ipv4Singles.NOWHERE ? rank : Math.min(rank, v4.rank(place));
    }

    /** The place of an address that is one of many single ones, or {@link Ipv4Singles#NOWHERE}. */
    int place(IpAddress address) {
        return address.isV4() ? v4.place((int) address.low()) : Ipv4Singles.NOWHERE;
    }

    /** The lowest rank of those entries that have no place. */
    int besidesPlaces(IpAddress address) {
        int rank = ranges.of(address);
        return address.isV4() ? rank : Math.min(rank, v6.of(address));
    }

    /** The rank at each place. */
    Ipv4Singles places() {
        return v4;
    }
}
