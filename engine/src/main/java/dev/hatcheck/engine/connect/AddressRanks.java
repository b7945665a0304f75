package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;

/**
 * The lowest rank for each address: of the entries that mean it alone, and of those that mean a range.
 *
 * <p>Long tables are mostly single addresses, and one of those is found by a visit to one place in memory, where the
 * search among intervals takes several.
 */
final class AddressRanks {
    private final Ipv4Singles v4;
    private final Ipv6Singles v6;
    private final AddressIntervals ranges;

    /** The ranks of ranges of IPv4 and of IPv6. */
    AddressRanks(RankedRanges ofV4, RankedRanges ofV6) {
        v4 = new Ipv4Singles(ofV4.singles());
        v6 = new Ipv6Singles(ofV6.singles());
        ranges = AddressIntervals.of(
                ofV4.wide((address, rank) -> v4.add((int) address.low(), rank)), ofV6.wide(v6::add));
    }

    int of(IpAddress address) {
        int single = address.isV4() ? v4.of((int) address.low()) : v6.of(address);
        return Math.min(single, ranges.of(address));
    }
}
