package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;

/**
 * The lowest rank for each address: of the entries that mean it alone, and of those that mean a range.
 *
 * <p>Long tables are mostly single addresses. Where there are many, they have a place of their own, that is found by
 * fewer visits to far memory than an interval; the intervals are then those of ranges alone, and near.
 */
final class AddressRanks {
    /** The place of an address that has none. */
    static final int NOWHERE = Ipv4Singles.NOWHERE;

    private final Ipv4Singles v4;
    private final Ipv6Singles v6;
    private final AddressIntervals ranges;
    private final boolean hasV4Ranges;

    /** The ranks of ranges of IPv4 and of IPv6; fewer single addresses of IPv4 than so many are ranges like others. */
    AddressRanks(RankedRanges ofV4, RankedRanges ofV6, int many) {
        boolean fewV4 = ofV4.singles() < many;
        var v4Ranges = fewV4 ? ofV4 : ofV4.wideOnly();
        v4 = new Ipv4Singles(fewV4 ? new RankedRanges() : ofV4.singlesOnly());
        hasV4Ranges = v4Ranges.size() > 0;
        v6 = new Ipv6Singles(ofV6.singlesOnly());
        ranges = AddressIntervals.of(v4Ranges, ofV6.wideOnly());
    }

    int of(IpAddress address) {
        int place = place(address);
        int rank = besidesPlaces(address);
        return place == NOWHERE ? rank : Math.min(rank, rankAt(place));
    }

    /** The rank of all addresses of a range that no other divides; if they are several, none of them stands alone. */
    int of(IpRange undivided) {
        return undivided.first().equals(undivided.last()) ? of(undivided.first()) : ranges.of(undivided.first());
    }

    /** The place of an address that is one of many single ones, or {@link #NOWHERE}. */
    int place(IpAddress address) {
        return address.isV4() ? v4.place((int) address.low()) : NOWHERE;
    }

    /** The lowest rank of those entries that have no place. */
    int besidesPlaces(IpAddress address) {
        if (address.isV4()) {
            return hasV4Ranges ? ranges.of(address) : Rank.NONE;
        }
        return Math.min(ranges.of(address), v6.of(address));
    }

    /** How many places there are; they count from 0. */
    int places() {
        return v4.count();
    }

    /** The rank of the address at a place. */
    int rankAt(int place) {
        return v4.rank(place);
    }
}
