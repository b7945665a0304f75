package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;

/**
 * The first addresses of intervals that follow each other without a gap, in order and from the first address of all.
 *
 * <p>An interval is named by its place, from 0.
 */
sealed interface Starts permits Ipv4Starts, Ipv6Starts {
    /** How many intervals there are; at least one. */
    int count();

    /** The interval that holds an address: the last that starts at it or before it. */
    int before(IpAddress address);

    /** Fewer and longer intervals: those of these places, in order and with the first, each up to the next. */
    Starts only(int... places);
}
