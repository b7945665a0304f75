package dev.hatcheck.policies.address;

import java.util.Optional;
import java.util.regex.Pattern;

/** How ranges are written: an address, or a block with its prefix length. */
final class RangeText {
    private static final Pattern PREFIX_LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final int MAPPED_BITS = 96;

    private RangeText() {}

    /** The prefix length of {@code ::ffff:192.0.2.0/120} counts 128 bits, as it is written. */
    static Optional<IpRange> read(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return AddressText.read(text).map(IpRange::of);
        }
        String address = text.substring(0, slash);
        String length = text.substring(slash + 1);
        if (!PREFIX_LENGTH.matcher(length).matches()) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(length) + (AddressText.isV6(address) ? 0 : MAPPED_BITS);
        return bits > 128 ? Optional.empty() : AddressText.read(address).map(within -> IpRange.sharing(bits, within));
    }
}
