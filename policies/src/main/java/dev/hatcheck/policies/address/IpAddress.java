package dev.hatcheck.policies.address;

import java.util.Optional;

/**
 * An IPv4 or IPv6 address.
 *
 * <p>An IPv4 address is the same as the IPv6 address that maps it ({@code ::ffff:192.0.2.1}), so every way to write it
 * leads to one value. Addresses are ordered as unsigned numbers of 128 bits.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
    private static final long MAPPED = 0xffff_0000_0000L;

    /** The IPv4 address of 32 bits. */
    public static IpAddress ofV4(int bits) {
        return new IpAddress(0, MAPPED | Integer.toUnsignedLong(bits));
    }

    /** The address of 4 or 16 bytes in network order. */
    public static IpAddress of(byte... bytes) {
        return switch (bytes.length) {
            case 4 -> ofV4((int) number(bytes, 0, 4));
            case 16 -> new IpAddress(number(bytes, 0, 8), number(bytes, 8, 8));
            default -> throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        };
    }

    private static long number(byte[] bytes, int from, int count) {
        long number = 0;
        for (int i = from; i < from + count; i++) {
            number = number << 8 | bytes[i] & 0xff;
        }
        return number;
    }

    /** The address of a whole text: four decimal octets without leading zeros, or IPv6 without a zone. */
    public static Optional<IpAddress> read(String text) {
        return AddressText.read(text);
    }

    /** Whether this is an IPv4 address. */
    public boolean isV4() {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /** The next number, be it an address of IPv4 or not; behind the last of all comes the first. */
    public IpAddress next() {
        return new IpAddress(low == -1 ? high + 1 : high, low + 1);
    }

    /** The number before, likewise; before the first of all comes the last. */
    public IpAddress previous() {
        return new IpAddress(low == 0 ? high - 1 : high, low - 1);
    }

    /** The bytes in network order: 4 for IPv4, else 16. */
    public byte[] bytes() {
        byte[] bytes = new byte[isV4() ? 4 : 16];
        for (int i = 0; i < bytes.length; i++) {
            int fromRight = bytes.length - 1 - i;
            bytes[i] = (byte) (fromRight < 8 ? low >>> 8 * fromRight : high >>> 8 * (fromRight - 8));
        }
        return bytes;
    }

    /** Written out, with {@link #hashCode}, as a record's own are only linked at first use, which a start feels. */
    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress address && high == address.high && low == address.low;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + Long.hashCode(low);
    }

    @Override
    public int compareTo(IpAddress other) {
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    /** Dotted octets for IPv4, the canonical text of RFC 5952 for IPv6. */
    @Override
    public String toString() {
        return AddressText.write(this);
    }
}
