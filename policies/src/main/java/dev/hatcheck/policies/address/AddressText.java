package dev.hatcheck.policies.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How addresses and ranges are written: the one place that turns text into addresses and back. */
final class AddressText {
    private static final Pattern PREFIX_LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final int MAPPED_BITS = 96;

    private AddressText() {}

    static Optional<IpAddress> read(String text) {
        return isV6(text) ? Ipv6Text.read(text) : Ipv4Text.read(text);
    }

    static String write(IpAddress address) {
        return address.isV4() ? Ipv4Text.write(address) : Ipv6Text.write(address);
    }

    /** An address or a block; the prefix length of {@code ::ffff:192.0.2.0/120} counts 128 bits, as it is written. */
    static Optional<IpRange> readRange(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return read(text).map(IpRange::of);
        }
        String address = text.substring(0, slash);
        String length = text.substring(slash + 1);
        if (!PREFIX_LENGTH.matcher(length).matches()) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(length) + (isV6(address) ? 0 : MAPPED_BITS);
        return bits > 128 ? Optional.empty() : read(address).map(within -> IpRange.sharing(bits, within));
    }

    /** By the IPAddress library, which knows what blocks span a range. */
    static List<String> blocks(IpRange range) {
        if (range.first().equals(range.last())) {
            return List.of(write(range.first()));
        }
        return Stream.of(libraryAddress(range.first()).spanWithPrefixBlocks(libraryAddress(range.last())))
                .map(block -> block.isMultiple() ? block : block.withoutPrefixLength())
                .map(IPAddress::toCanonicalString)
                .toList();
    }

    private static IPAddress libraryAddress(IpAddress address) {
        return address.isV4() ? new IPv4Address(address.bytes()) : new IPv6Address(address.bytes());
    }

    private static boolean isV6(String text) {
        return text.indexOf(':') >= 0;
    }
}
