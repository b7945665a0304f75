package dev.hatcheck.policies.address;

import java.util.Optional;
import java.util.regex.Pattern;

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

    private static boolean isV6(String text) {
        return text.indexOf(':') >= 0;
    }
}
