package dev.hatcheck.policies.address;

import java.util.Optional;

/** The text of IPv4 addresses: four decimal octets, and none of the shorthands that C libraries read. */
final class Ipv4Text {
    private static final int NO_DIGITS = -1;

    private Ipv4Text() {}

    static Optional<IpAddress> read(String text) {
        int bits = 0;
        int octets = 0;
        int octet = NO_DIGITS;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.' && octet != NO_DIGITS) {
                bits = bits << 8 | octet;
                octets++;
                octet = NO_DIGITS;
            } else if (c >= '0' && c <= '9' && octet != 0) {
                octet = Math.max(octet, 0) * 10 + c - '0';
            } else {
                return Optional.empty();
            }
            if (octet > 255) {
                return Optional.empty();
            }
        }
        return octets == 4 ? Optional.of(IpAddress.ofV4(bits)) : Optional.empty();
    }

    static String write(IpAddress address) {
        int bits = (int) address.low();
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }

    /** An address or a block; nothing for other ranges. */
    static Optional<String> write(IpRange range) {
        int first = (int) range.first().low();
        int open = first ^ (int) range.last().low();
        boolean isBlock = (open & open + 1) == 0 && (first & open) == 0;
        if (!isBlock) {
            return Optional.empty();
        }
        String address = write(range.first());
        return Optional.of(open == 0 ? address : address + "/" + Integer.numberOfLeadingZeros(open));
    }
}
