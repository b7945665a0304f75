package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.Rfc;
import dev.hatcheck.policies.address.IpAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The header of version 2: a block of bytes, as section 2.2 of the PROXY protocol's specification lays it out.
 *
 * <pre>
 * 12 signature | 1 version, command | 1 family, transport | 2 length of rest | addresses, ports | type-length-values
 * </pre>
 */
final class ProxyBlock {
    private static final byte[] SIGNATURE = "\r\n\r\n\0\r\nQUIT\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED_LENGTH = 16;

    private static final int VERSION = 2;
    private static final int LOCAL = 0;
    private static final int PROXY = 1;

    private static final int UNSPECIFIED = 0x00;
    private static final int TCP_OVER_IPV4 = 0x11;
    private static final int UDP_OVER_IPV4 = 0x12;
    private static final int TCP_OVER_IPV6 = 0x21;
    private static final int UDP_OVER_IPV6 = 0x22;
    private static final int UNIX_STREAM = 0x31;
    private static final int UNIX_DATAGRAM = 0x32;

    private static final int PORTS_LENGTH = 4;
    private static final int EXTENSION_HEAD = 3;
    private static final int TYPE_CRC32C = 3;

    private ProxyBlock() {}

    /** Whether the bytes are the beginning of such a block. */
    static boolean mayBegin(byte[] header, int length) {
        int known = Math.min(length, SIGNATURE.length);
        return Arrays.equals(header, 0, known, SIGNATURE, 0, known);
    }

    /** Whether the block is complete. */
    static boolean isWhole(byte[] header, int length) {
        return length >= FIXED_LENGTH
                && length
                        == FIXED_LENGTH
                                + Short.toUnsignedInt(ByteBuffer.wrap(header).getShort(FIXED_LENGTH - 2));
    }

    /** What a whole block says. */
    static ProxyHeader.Result read(byte[] header, int length) {
        if (header[12] >> 4 != VERSION) {
            return refused("the version is not 2");
        }
        return switch (header[12] & 0xf) {
            case LOCAL -> new ProxyHeader.Result.KeepSocketAddress();
            case PROXY -> proxied(ByteBuffer.wrap(header, 0, length));
            default -> refused("the command is neither LOCAL nor PROXY");
        };
    }

    private static ProxyHeader.Result proxied(ByteBuffer header) {
        return switch (header.get(FIXED_LENGTH - 3)) {
            case UNSPECIFIED -> new ProxyHeader.Result.KeepSocketAddress();
            case TCP_OVER_IPV4 -> within(header, 4);
            case TCP_OVER_IPV6 -> within(header, 16);
            case UDP_OVER_IPV4, UDP_OVER_IPV6, UNIX_STREAM, UNIX_DATAGRAM -> refused("only TCP is served here");
            default -> refused("the address family or the transport is not known");
        };
    }

    private static ProxyHeader.Result within(ByteBuffer header, int addressLength) {
        header.position(FIXED_LENGTH);
        if (header.remaining() < 2 * addressLength + PORTS_LENGTH) {
            return refused("the block is too short for two addresses and two ports");
        }
        byte[] source = new byte[addressLength];
        header.get(source);
        header.position(FIXED_LENGTH + 2 * addressLength + PORTS_LENGTH);
        Optional<String> complaint = complaintAboutExtensions(header);
        return complaint.isPresent() ? refused(complaint.get()) : new ProxyHeader.Result.Proxied(IpAddress.of(source));
    }

    /** Walks through the type-length-values from the position, which must fill the block. */
    private static Optional<String> complaintAboutExtensions(ByteBuffer header) {
        boolean checked = false;
        while (header.hasRemaining()) {
            if (header.remaining() < EXTENSION_HEAD) {
                return Optional.of("a type-length-value is cut off");
            }
            int type = header.get();
            int valueLength = Short.toUnsignedInt(header.getShort());
            if (valueLength > header.remaining()) {
                return Optional.of("a type-length-value is longer than the block");
            }
            if (type == TYPE_CRC32C) {
                if (checked || valueLength != Integer.BYTES || !isChecksum(header, header.position())) {
                    return Optional.of("the checksum is wrong, or given twice");
                }
                checked = true;
            }
            header.position(header.position() + valueLength);
        }
        return Optional.empty();
    }

    /** Whether the number at an index is the checksum of the header in which it is replaced by zero. */
    @Rfc("4960 appendix B")
    private static boolean isChecksum(ByteBuffer header, int index) {
        int claimed = header.getInt(index);
        header.putInt(index, 0);
        var checksum = new CRC32C();
        checksum.update(header.array(), 0, header.limit());
        return claimed == (int) checksum.getValue();
    }

    private static ProxyHeader.Result refused(String reason) {
        return new ProxyHeader.Result.Refused(reason);
    }
}
