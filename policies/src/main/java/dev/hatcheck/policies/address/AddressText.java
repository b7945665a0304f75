package dev.hatcheck.policies.address;

import java.util.Optional;

/** How addresses are written: the one place that turns text into addresses and back. */
final class AddressText {
    private AddressText() {}

    static Optional<IpAddress> read(String text) {
        return isV6(text) ? Ipv6Text.read(text) : Ipv4Text.read(text);
    }

    static String write(IpAddress address) {
        return address.isV4() ? Ipv4Text.write(address) : Ipv6Text.write(address);
    }

    static boolean isV6(String text) {
        return text.indexOf(':') >= 0;
    }
}
