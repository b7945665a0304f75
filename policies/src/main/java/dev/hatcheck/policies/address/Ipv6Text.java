package dev.hatcheck.policies.address;

import dev.hatcheck.policies.Rfc;
import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of IPv6 addresses, by the IPAddress library with everything switched off that RFC 4291 does not know. */
final class Ipv6Text {
    /** The library reads digits of other scripts too; an address on the wire is ASCII. */
    private static final Pattern ALPHABET = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowPrefix(false)
            .allowPrefixOnly(false)
            .allowMask(false)
            .allowWildcardedSeparator(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .allow_inet_aton(false)
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBase85(false)
            .allowBinary(false)
            .allowUnlimitedLeadingZeros(false)
            .getParentBuilder()
            .toParams();

    private Ipv6Text() {}

    /** Every form of an IPv6 address is read. */
    @Rfc("4291 section 2.2")
    static Optional<IpAddress> read(String text) {
        if (!ALPHABET.matcher(text).matches() || !endsWell(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    IpAddress.of(new IPAddressString(text, STRICT).toAddress().getBytes()));
        } catch (AddressStringException | IncompatibleAddressException e) {
            return Optional.empty();
        }
    }

    /** Dotted octets at the end are an IPv4 address by our own rules, which know no leading zeros. */
    private static boolean endsWell(String text) {
        return text.indexOf('.') < 0
                || Ipv4Text.read(text.substring(text.lastIndexOf(':') + 1)).isPresent();
    }

    /** An IPv6 address is written in its one canonical form. */
    @Rfc("5952 section 4")
    static String write(IpAddress address) {
        return new IPv6Address(address.bytes()).toCanonicalString();
    }
}
