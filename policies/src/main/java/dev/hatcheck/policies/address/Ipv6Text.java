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

/**
 * The text of IPv6 addresses, by the IPAddress library with everything switched off that RFC 4291 does not know.
 *
 * <p>Groups alone, which is how nearly all are written, are read here: a table may have a million of them.
 */
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

    private static final int BYTES = 16;
    private static final int LONGEST_GROUP = 4;
    private static final int NO_GAP = -1;

    private Ipv6Text() {}

    /** Every form of an IPv6 address is read. */
    @Rfc("4291 section 2.2")
    static Optional<IpAddress> read(String text) {
        Optional<IpAddress> plain = groups(text);
        return plain.isPresent() ? plain : byLibrary(text);
    }

    /** Groups of digits with a colon between, with or without one gap; nothing if it is written otherwise, or wrong. */
    static Optional<IpAddress> groups(String text) {
        byte[] bytes = new byte[BYTES];
        int filled = 0;
        int gap = text.startsWith("::") ? 0 : NO_GAP;
        int at = gap == NO_GAP ? 0 : 2;
        while (at < text.length()) {
            int end = endOfDigits(text, at);
            if (end == at || end - at > LONGEST_GROUP || filled == BYTES) {
                return Optional.empty();
            }
            int group = Integer.parseInt(text, at, end, 16);
            bytes[filled++] = (byte) (group >>> 8);
            bytes[filled++] = (byte) group;
            if (gap == NO_GAP && text.startsWith("::", end)) {
                gap = filled;
                at = end + 2;
            } else if (end == text.length()) {
                at = end;
            } else if (end + 1 < text.length() && text.charAt(end) == ':') {
                at = end + 1;
            } else {
                return Optional.empty();
            }
        }
        if (gap == NO_GAP ? filled < BYTES : filled == BYTES) {
            return Optional.empty();
        }
        // What stands behind the gap goes to the end.
        for (int fromLast = 1; gap != NO_GAP && fromLast <= filled - gap; fromLast++) {
            bytes[BYTES - fromLast] = bytes[filled - fromLast];
            bytes[filled - fromLast] = 0;
        }
        return Optional.of(IpAddress.of(bytes));
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** Every form; agrees with {@link #groups} where that reads one. */
    static Optional<IpAddress> byLibrary(String text) {
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
