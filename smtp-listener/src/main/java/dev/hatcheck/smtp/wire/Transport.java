package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.smtp.TlsSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import tlschannel.HeapBufferAllocator;
import tlschannel.NeedsReadException;
import tlschannel.NeedsWriteException;
import tlschannel.ServerTlsChannel;
import tlschannel.TlsChannel;

/**
 * The bytes of one connection, in clear first and in TLS after an upgrade.
 *
 * <p>What is sent is gathered in a buffer that all connections share and goes out in one piece at the end of a turn;
 * only what the socket does not take is kept here.
 */
final class Transport {
    /** So much output waits for a slow client that nothing more is taken from it. */
    private static final int MUCH = 64 * 1024;

    /** The versions of TLS that a handshake may agree on. */
    @Assumed("an appliance of today; JSSE has switched off what is older")
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel socket;
    private final ByteBuffer gathered;
    private ByteChannel channel;
    private ByteBuffer unsent = NOTHING;
    private boolean holdsRecords;

    Transport(SocketChannel socket, ByteBuffer gathered) {
        this.socket = socket;
        this.gathered = gathered;
        this.channel = socket;
    }

    // ---- in

    /**
     * Reads into a buffer: how many bytes, 0 if there are none now, -1 at the end.
     *
     * @throws IOException if the connection is broken, or if the client wants another handshake, which it does not get
     */
    int read(ByteBuffer into) throws IOException {
        try {
            return channel.read(into);
        } catch (NeedsReadException nothing) {
            return 0;
        } catch (NeedsWriteException full) {
            holdsRecords = true;
            return 0;
        }
    }

    /** Throws away what the socket has, up to the size of a buffer, encrypted or not; -1 at the end. */
    int discard(ByteBuffer scratch) throws IOException {
        return socket.read(scratch.clear());
    }

    // ---- out

    /** Sends these bytes, at the latest with the next {@link #flush}. */
    void send(ByteBuffer bytes) throws IOException {
        if (bytes.remaining() > gathered.remaining()) {
            flush();
        }
        if (bytes.remaining() > gathered.remaining()) {
            unsent = joined(unsent, bytes);
        } else {
            gathered.put(bytes);
        }
    }

    /** Sends what the socket takes; answers whether that is all there was. */
    boolean flush() throws IOException {
        gathered.flip();
        try {
            write(unsent);
            if (!unsent.hasRemaining()) {
                unsent = NOTHING;
                write(gathered);
            }
            if (gathered.hasRemaining()) {
                unsent = joined(unsent, gathered);
            }
        } finally {
            gathered.clear();
        }
        return !hasUnsent();
    }

    private void write(ByteBuffer bytes) throws IOException {
        if (bytes.hasRemaining() || holdsRecords) {
            try {
                channel.write(bytes);
                holdsRecords = false;
            } catch (NeedsWriteException full) {
                holdsRecords = true;
            }
        }
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining())
                .put(first)
                .put(second)
                .flip();
    }

    /** Whether something waits for the socket to take it. */
    boolean hasUnsent() {
        return holdsRecords || unsent.hasRemaining();
    }

    /** Whether so much waits that the client must read before it is listened to. */
    boolean isCongested() {
        return unsent.remaining() > MUCH;
    }

    /** Says that nothing more will be sent. */
    void endOutput() throws IOException {
        if (channel instanceof TlsChannel tls) {
            try {
                tls.shutdown();
            } catch (IOException e) {
                // close_notify is a courtesy: a client that does not take it sees the end of the stream
            }
        }
        socket.shutdownOutput();
    }

    // ---- TLS

    /** From now on bytes are those of TLS: nothing is sent in clear or looked at in clear any more. */
    void secure(SSLContext context) {
        var memory = new HeapBufferAllocator();
        channel = ServerTlsChannel.newBuilder(socket, context)
                .withEngineFactory(Transport::engine)
                .withRunTasks(false)
                .withPlainBufferAllocator(memory)
                .withEncryptedBufferAllocator(memory)
                .build();
    }

    private static SSLEngine engine(SSLContext context) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(PROTOCOLS);
        return engine;
    }

    boolean isSecured() {
        return channel instanceof TlsChannel;
    }

    /**
     * Goes on with the handshake.
     *
     * @return how the session is secured, when the handshake is complete
     * @throws tlschannel.TlsChannelFlowControlException if it has to wait: for the socket, or for a task to be done
     */
    TlsSession handshake() throws IOException {
        TlsChannel tls = (TlsChannel) channel;
        tls.handshake();
        return TlsSession.of(tls.getSslEngine().getSession());
    }

    /** Tells a client why its handshake failed, if TLS has a word for it and the socket takes it. */
    void alert() throws IOException {
        if (channel instanceof TlsChannel tls && tls.getSslEngine() instanceof SSLEngine engine) {
            ByteBuffer alert = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            engine.wrap(NOTHING, alert);
            socket.write(alert.flip());
        }
    }
}
