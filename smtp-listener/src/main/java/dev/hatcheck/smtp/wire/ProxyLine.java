package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.address.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The header of version 1: a line of text, as in {@code PROXY TCP4 192.0.2.1 192.0.2.25 35646 25}, by section 2.1 of
 * the PROXY protocol's specification.
 */
final class ProxyLine {
    /** The bytes that a line may have, with its CRLF. */
    @Assumed("by the PROXY protocol's specification; the appliance has no such port")
    static final int MAX_LENGTH = 107;

    private static final byte[] START = "PROXY ".getBytes(StandardCharsets.US_ASCII);
    private static final String UNKNOWN = "PROXY UNKNOWN";

    private ProxyLine() {}

    /** Whether the bytes are the beginning of such a line. */
    static boolean mayBegin(byte[] header, int length) {
        int known = Math.min(length, START.length);
        return Arrays.equals(header, 0, known, START, 0, known);
    }

    /** Whether the line has ended, as it should or not; in what follows UNKNOWN a line feed alone is ignored. */
    static boolean isWhole(byte[] header, int length) {
        return length == MAX_LENGTH
                || header[length - 1] == '\n' && (endsInCrLf(header, length) || !isUnknown(text(header, length)));
    }

    /** What a whole line says. */
    static ProxyHeader.Result read(byte[] header, int length) {
        return endsInCrLf(header, length) ? read(text(header, length - 2)) : refused("the line does not end in CRLF");
    }

    private static boolean endsInCrLf(byte[] header, int length) {
        return header[length - 2] == '\r' && header[length - 1] == '\n';
    }

    private static String text(byte[] header, int length) {
        return new String(header, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isUnknown(String line) {
        return line.equals(UNKNOWN) || line.startsWith(UNKNOWN + ' ');
    }

    private static ProxyHeader.Result read(String line) {
        if (isUnknown(line)) {
            return new ProxyHeader.Result.KeepSocketAddress();
        }
        String[] words = line.split(" ", -1);
        if (words.length != 6) {
            return refused("a line has 6 words with single blanks between them");
        }
        if (!words[1].equals("TCP4") && !words[1].equals("TCP6")) {
            return refused("the protocol is TCP4, TCP6 or UNKNOWN");
        }
        if (!isPort(words[4]) || !isPort(words[5])) {
            return refused("a port is a number from 0 to 65535 without leading zeros");
        }
        Optional<IpAddress> source = address(words[1], words[2]);
        Optional<IpAddress> destination = address(words[1], words[3]);
        return source.isPresent() && destination.isPresent()
                ? new ProxyHeader.Result.Proxied(source.get())
                : refused("an address is not one of " + words[1]);
    }

    /** The address, if it is written in the family that was named; mapped IPv4 is written as IPv6. */
    private static Optional<IpAddress> address(String protocol, String text) {
        boolean writtenAsV6 = text.indexOf(':') >= 0;
        return writtenAsV6 == protocol.equals("TCP6") ? IpAddress.read(text) : Optional.empty();
    }

    private static boolean isPort(String text) {
        return text.matches("0|[1-9][0-9]{0,4}") && Integer.parseInt(text) <= 0xffff;
    }

    private static ProxyHeader.Result refused(String reason) {
        return new ProxyHeader.Result.Refused(reason);
    }
}
