package dev.hatcheck.policies.address;

import java.util.Optional;

/**
 * The addresses from one to another, both included, all of one IP version.
 *
 * @param first the lowest
 * @param last the highest
 */
public record IpRange(IpAddress first, IpAddress last) {
    public IpRange {
        if (first.isV4() != last.isV4() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException("no range from " + first + " to " + last);
        }
    }

    /** The range of one address. */
    public static IpRange of(IpAddress only) {
        return new IpRange(only, only);
    }

    /** The range of a whole text that is an address or an address with a prefix length; host bits do not count. */
    public static Optional<IpRange> read(String text) {
        return AddressText.readRange(text);
    }

    /** Whether an address lies in the range; an IPv4 address never lies in a range of IPv6, however wide. */
    public boolean contains(IpAddress address) {
        return address.isV4() == first.isV4() && first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }
}
