package dev.hatcheck.policies.address;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.List;
import java.util.stream.Stream;

/**
 * The blocks that span a range, by the IPAddress library; apart, as who only reads addresses of IPv4 need not load it.
 */
final class Blocks {
    private Blocks() {}

    static List<String> of(IpRange range) {
        if (range.first().equals(range.last())) {
            return List.of(AddressText.write(range.first()));
        }
        return Stream.of(libraryAddress(range.first()).spanWithPrefixBlocks(libraryAddress(range.last())))
                .map(block -> block.isMultiple() ? block : block.withoutPrefixLength())
                .map(IPAddress::toCanonicalString)
                .toList();
    }

    private static IPAddress libraryAddress(IpAddress address) {
        return address.isV4() ? new IPv4Address(address.bytes()) : new IPv6Address(address.bytes());
    }
}
