package dev.hatcheck.smtp.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The bytes of one connection, in clear first and in TLS after an upgrade.
 *
 * <p>What is sent is gathered and goes out in one piece at the end of a turn.
 */
final class Transport implements Gathered.Taker {
    /** So much output waits for a slow client that nothing more is taken from it. */
    private static final int MUCH = 64 * 1024;

    private final SocketChannel socket;
    private final Gathered gathered;
    private final TlsBuffers tlsBuffers;
    private Optional<TlsLayer> tls = Optional.empty();
    private boolean ending;

    Transport(SocketChannel socket, ByteBuffer shared, TlsBuffers tlsBuffers) {
        this.socket = socket;
        this.gathered = new Gathered(shared);
        this.tlsBuffers = tlsBuffers;
    }

    // ---- in

    /**
     * Reads into a buffer: how many bytes, 0 if there are none now, -1 at the end.
     *
     * @throws IOException if the connection is broken, or if the client wants another handshake, which it does not get
     */
    int read(ByteBuffer into) throws IOException {
        return tls.isPresent() ? tls.get().read(into) : socket.read(into);
    }

    /** Whether there may be more to read than the selector sees. */
    boolean mayHoldMore() {
        return tls.isPresent() && tls.get().mayHoldMore();
    }

    /** Throws away what the socket has, up to the size of a buffer, encrypted or not; -1 at the end. */
    int discard(ByteBuffer scratch) throws IOException {
        return socket.read(scratch.clear());
    }

    // ---- out

    /** Sends these bytes, at the latest with the next {@link #flush}. */
    void send(ByteBuffer bytes) throws IOException {
        if (!gathered.hasRoom(bytes.remaining())) {
            flush();
        }
        gathered.add(bytes);
    }

    /** Sends what the socket takes; answers whether that is all there was. */
    boolean flush() throws IOException {
        gathered.flush(this);
        if (tls.isPresent()) {
            if (ending && gathered.unsent() == 0) {
                tls.get().end();
            }
            tls.get().flush();
        }
        return !hasUnsent();
    }

    @Override
    public void take(ByteBuffer bytes) throws IOException {
        if (tls.isPresent()) {
            tls.get().write(bytes);
        } else if (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    /** Whether something waits for the socket to take it. */
    boolean hasUnsent() {
        return gathered.unsent() > 0 || tls.isPresent() && tls.get().hasUnsent();
    }

    /** Whether so much waits that the client must read before it is listened to. */
    boolean isCongested() {
        return gathered.unsent() > MUCH;
    }

    /** Nothing will be sent after what was sent so far: in TLS its end goes out in one piece with that. */
    void end() {
        ending = true;
    }

    /** Says that nothing more will be sent. */
    void endOutput() throws IOException {
        end();
        flush();
        socket.shutdownOutput();
    }

    // ---- TLS

    /** From now on bytes are those of TLS: nothing is sent in clear or looked at in clear any more. */
    TlsLayer secure(SSLContext context, List<String> protocols) {
        var layer = new TlsLayer(socket, context, protocols, tlsBuffers);
        tls = Optional.of(layer);
        return layer;
    }

    boolean isSecured() {
        return tls.isPresent();
    }
}
