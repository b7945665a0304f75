package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;

/**
 * All addresses of an IP version, cut into intervals, each with a number.
 *
 * <p>Intervals that were just cut are numbered by their places, from 0.
 */
sealed interface Intervals permits Ipv4Intervals, Ipv6Intervals {
    /** How many there are; at least one. */
    int count();

    /** The first 32 bits of the address where the interval at a place starts. */
    int first32(int place);

    /** The number of the interval that holds an address. */
    int of(IpAddress address);

    /**
     * Fewer and longer intervals: those at these places, the first among them, each up to the next; with new numbers.
     */
    Intervals joined(int[] places, int[] numbers);
}
