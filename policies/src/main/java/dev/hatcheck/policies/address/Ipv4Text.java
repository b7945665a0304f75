package dev.hatcheck.policies.address;

import java.util.Optional;
import java.util.regex.Pattern;

/** The text of IPv4 addresses: four decimal octets, and none of the shorthands that C libraries read. */
final class Ipv4Text {
    private static final Pattern OCTETS = Pattern.compile("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})");

    private Ipv4Text() {}

    static Optional<IpAddress> read(String text) {
        if (!OCTETS.matcher(text).matches()) {
            return Optional.empty();
        }
        int bits = 0;
        for (String digits : text.split("\\.")) {
            int octet = Integer.parseInt(digits);
            if (octet > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | octet;
        }
        return Optional.of(IpAddress.ofV4(bits));
    }

    static String write(IpAddress address) {
        int bits = (int) address.low();
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }
}
