package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.address.IpAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads the header of the PROXY protocol, version 1 or 2, with which a proxy begins a connection.
 *
 * <p>Takes the bytes of the header and not one more: what follows belongs to the session. Every byte is judged when it
 * comes, so it makes no difference how a header is cut into pieces, and what does not even begin like a header is
 * refused at once.
 */
final class ProxyHeader {
    private static final Result INCOMPLETE = new Result.Incomplete();

    private byte[] header = new byte[ProxyLine.MAX_LENGTH];
    private int length;

    /** What is known after some bytes. */
    sealed interface Result {
        /** More bytes are needed. */
        record Incomplete() implements Result {}

        /** This is no header, or none that is served here; the reason is for people to read. */
        record Refused(String reason) implements Result {}

        /** A good header that speaks for nobody else: the peer of the socket is the client. */
        record KeepSocketAddress() implements Result {}

        /** The client that the proxy speaks for. */
        record Proxied(IpAddress client) implements Result {}
    }

    /**
     * Takes the next bytes, up to the end of the header. Not to be called again after another result than Incomplete.
     */
    Result received(ByteBuffer bytes) {
        Result result = INCOMPLETE;
        while (bytes.hasRemaining() && result instanceof Result.Incomplete) {
            keep(bytes.get());
            result = judge();
        }
        return result;
    }

    private void keep(byte b) {
        if (length == header.length) {
            header = Arrays.copyOf(header, length * 2);
        }
        header[length++] = b;
    }

    private Result judge() {
        if (ProxyBlock.mayBegin(header, length)) {
            return ProxyBlock.isWhole(header, length) ? ProxyBlock.read(header, length) : INCOMPLETE;
        }
        if (ProxyLine.mayBegin(header, length)) {
            return ProxyLine.isWhole(header, length) ? ProxyLine.read(header, length) : INCOMPLETE;
        }
        return new Result.Refused("this is no PROXY header");
    }
}
