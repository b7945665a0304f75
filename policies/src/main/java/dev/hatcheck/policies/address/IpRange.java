package dev.hatcheck.policies.address;

import java.util.List;
import java.util.Optional;

/**
 * The addresses from one to another, both included, all of one IP version.
 *
 * @param first the lowest
 * @param last the highest
 */
public record IpRange(IpAddress first, IpAddress last) {
    /** The last address of IPv6 before those that map IPv4, where a block of IPv6 that reaches into them ends. */
    private static final IpAddress BEFORE_V4 = new IpAddress(0, 0xfffe_ffff_ffffL);

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
        return RangeText.read(text);
    }

    /** The addresses that share their first bits, up to 32 of IPv4 or 128 of IPv6, with this one. */
    public static IpRange block(IpAddress within, int prefixLength) {
        int bits = within.isV4() ? 32 : 128;
        if (prefixLength < 0 || prefixLength > bits) {
            throw new IllegalArgumentException("a prefix length is 0 to " + bits + ", not " + prefixLength);
        }
        return sharing(128 - bits + prefixLength, within);
    }

    /** The same, where the bits of an IPv4 address count from the front of the IPv6 address that maps it. */
    static IpRange sharing(int bits, IpAddress within) {
        long high = bits >= 64 ? 0 : -1L >>> bits;
        long low = bits >= 128 ? 0 : -1L >>> Math.max(0, bits - 64);
        var first = new IpAddress(within.high() & ~high, within.low() & ~low);
        var last = new IpAddress(within.high() | high, within.low() | low);
        return new IpRange(first, first.isV4() == last.isV4() ? last : BEFORE_V4);
    }

    /** Whether an address lies in the range; an IPv4 address never lies in a range of IPv6, however wide. */
    public boolean contains(IpAddress address) {
        return address.isV4() == first.isV4() && first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }

    /** The shortest list of blocks that make the range, in order and as tables write them. */
    public List<String> blocks() {
        return Blocks.of(this);
    }

    /** How an address or a block of IPv4 is written in full, as in {@code 192.0.2.0/24}; nothing for other ranges. */
    public Optional<String> plainText() {
        return first.isV4() ? Ipv4Text.write(this) : Optional.empty();
    }

    /** Ranges of one address get hashes as different as the addresses; a record's own would be multiples of 32. */
    @Override
    public int hashCode() {
        return 30 * first.hashCode() + last.hashCode();
    }
}
