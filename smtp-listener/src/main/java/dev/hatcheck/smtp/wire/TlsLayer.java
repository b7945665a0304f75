package dev.hatcheck.smtp.wire;

import dev.hatcheck.smtp.TlsSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import tlschannel.NeedsReadException;
import tlschannel.NeedsWriteException;
import tlschannel.ServerTlsChannel;

/** TLS between a connection and its socket; it holds next to nothing until {@link #handshake} is called first. */
final class TlsLayer {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Records records;
    private final TlsBuffers.Share memory;
    private final ServerTlsChannel channel;
    private boolean holdsRecords;

    TlsLayer(SocketChannel socket, SSLContext context, List<String> protocols, TlsBuffers buffers) {
        records = new Records(socket, buffers.records());
        memory = buffers.new Share();
        channel = ServerTlsChannel.newBuilder(records, context)
                .withEngineFactory(it -> engine(it, protocols))
                .withRunTasks(false)
                .withPlainBufferAllocator(memory)
                .withEncryptedBufferAllocator(memory)
                .build();
    }

    private static SSLEngine engine(SSLContext context, List<String> protocols) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(protocols.toArray(String[]::new));
        return engine;
    }

    /**
     * Goes on with the handshake.
     *
     * @return how the session is secured, when the handshake is complete
     * @throws tlschannel.TlsChannelFlowControlException if it has to wait: for the socket, or for a task to be done
     */
    TlsSession handshake() throws IOException {
        records.mayBeReadable();
        channel.handshake();
        return TlsSession.of(channel.getSslEngine().getSession());
    }

    /**
     * Tells a client why its handshake failed, if TLS has a word for it and the socket takes it. In TLS 1.3 that may
     * stand behind what the engine has answered to the hello before it found that it cannot go on.
     */
    void alert() throws IOException {
        if (channel.getSslEngine() instanceof SSLEngine engine) {
            ByteBuffer piece = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            while (engine.wrap(NOTHING, piece.clear()).bytesProduced() > 0) {
                records.write(piece.flip());
            }
            records.flush();
        }
    }

    /**
     * Reads into a buffer that is larger than a record: how many bytes, 0 if there are none now, -1 at the end.
     *
     * @throws IOException if the connection is broken, or if the client wants another handshake, which it does not get
     */
    int read(ByteBuffer into) throws IOException {
        records.mayBeReadable();
        try {
            return channel.read(into);
        } catch (NeedsReadException nothing) {
            return 0;
        } catch (NeedsWriteException full) {
            holdsRecords = true;
            return 0;
        }
    }

    /** Whether there may be more to read than the selector sees. */
    boolean mayHoldMore() {
        return !memory.isEmpty();
    }

    /** Takes as many bytes as there is room for, and sends them with the next {@link #flush}. */
    void write(ByteBuffer bytes) throws IOException {
        if (bytes.hasRemaining() || holdsRecords) {
            try {
                channel.write(bytes);
                holdsRecords = false;
            } catch (NeedsWriteException full) {
                holdsRecords = true;
            }
        }
    }

    /** Sends what the socket takes. */
    void flush() throws IOException {
        records.flush();
    }

    /** Whether something waits for the socket to take it. */
    boolean hasUnsent() {
        return holdsRecords || records.hasUnsent();
    }

    /** Says, with the next {@link #flush}, that nothing more will be sent. */
    void end() {
        if (!holdsRecords && !channel.shutdownSent()) {
            try {
                channel.shutdown();
            } catch (IOException e) {
                // close_notify is a courtesy: a client that does not take it sees the end of the stream
            }
        }
    }
}
