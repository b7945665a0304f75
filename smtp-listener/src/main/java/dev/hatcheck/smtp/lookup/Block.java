package dev.hatcheck.smtp.lookup;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;

/**
 * The addresses that share a prefix.
 *
 * @param isV4 the version; a wide block of IPv6 holds no address of IPv4
 * @param high the upper 64 bits of the prefix, the rest 0
 * @param low the lower 64 bits of the prefix, the rest 0
 * @param hostBits how many bits are free, from 0 to 128
 */
record Block(boolean isV4, long high, long low, int hostBits) {
    /** The block of this size that holds an address. */
    static Block around(IpAddress address, int hostBits) {
        return new Block(
                address.isV4(),
                address.high() & ~ones(hostBits - Long.SIZE),
                address.low() & ~ones(hostBits),
                hostBits);
    }

    /** The block of a range that was written as an address or a CIDR. */
    static Block of(IpRange range) {
        long high = range.first().high() ^ range.last().high();
        long low = range.first().low() ^ range.last().low();
        return around(range.first(), Long.bitCount(high) + Long.bitCount(low));
    }

    private static long ones(int count) {
        if (count <= 0) {
            return 0;
        }
        return count >= Long.SIZE ? -1 : (1L << count) - 1;
    }
}
