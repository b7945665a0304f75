package dev.hatcheck.adapters.subetha;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.StartTls;
import dev.hatcheck.smtp.TlsSession;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.subethamail.smtp.server.Session;

/** The socket of a session, which may change to TLS in between. */
final class SessionWire implements AutoCloseable {
    /** How long each piece of a handshake may take inside a SubEthaSMTP server. */
    @Assumed(
            "as at the listener: enough for a slow client; it is for each piece of a handshake here, which Java reads alone")
    private static final int HANDSHAKE_MILLIS = 15_000;

    /** How long a client of a SubEthaSMTP server may take to close its end. */
    @Assumed("as at the listener: a client that has read the last reply is gone in less")
    private static final Duration TO_LEAVE = Duration.ofSeconds(2);

    private final Session session;
    private final ListenerOptions options;
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();

    SessionWire(Session session, ListenerOptions options) {
        this.session = session;
        this.options = options;
    }

    /**
     * Reads what there is, and waits for something so long at most.
     *
     * @return the number of bytes, or -1 at the end
     * @throws java.net.SocketTimeoutException if nothing came in time
     */
    int read(ByteBuffer into, long atMostNanos) throws IOException {
        long millis = Math.clamp(atMostNanos / 1_000_000 + 1, 1, Integer.MAX_VALUE); // 0 would be for ever
        session.getSocket().setSoTimeout((int) millis);
        int count = session.getRawInput().read(into.array(), into.position(), into.remaining());
        into.position(into.position() + Math.max(0, count));
        return count;
    }

    /** Says these bytes at the next {@link #flush}, or before the next handshake. */
    void write(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            unsent.write(bytes.get());
        }
    }

    void flush() throws IOException {
        unsent.writeTo(session.getSocket().getOutputStream());
        unsent.reset();
    }

    /** Shakes hands; from now on all goes over TLS. */
    TlsSession secure() throws IOException {
        discardPending();
        flush();
        Socket clear = session.getSocket();
        clear.setSoTimeout(HANDSHAKE_MILLIS);
        return switch (options.tls()) {
            case StartTls.Available(var context, var protocols) -> secure(clear, context.get(), protocols);
            case StartTls.Cut() -> {
                clear.getInputStream().read();
                throw new EOFException("this server is told to cut every handshake");
            }
            case StartTls.WithoutCertificate w -> throw new IllegalStateException("a client was told to go ahead");
            case StartTls.Hidden h -> throw new IllegalStateException("a client was told to go ahead");
        };
    }

    private TlsSession secure(Socket clear, SSLContext context, List<String> protocols) throws IOException {
        var secured = (SSLSocket) context.getSocketFactory()
                .createSocket(clear, clear.getInetAddress().getHostAddress(), clear.getPort(), true);
        secured.setUseClientMode(false);
        secured.setEnabledProtocols(protocols.toArray(String[]::new));
        secured.startHandshake();
        session.setSocket(secured);
        return TlsSession.of(secured.getSession());
    }

    /** Throws away what came in clear, so that nobody takes it for something that came over TLS. */
    private void discardPending() throws IOException {
        while (session.getRawInput().available() > 0) {
            session.getRawInput().skip(session.getRawInput().available());
        }
    }

    /**
     * Says that no more will come, and gives the client time to close its end first: a socket that is closed with
     * something unread in it resets the connection, and the client forgets the last reply.
     */
    void sayFarewell() throws IOException {
        flush();
        Socket socket = session.getSocket();
        socket.shutdownOutput();
        socket.setSoTimeout((int) TO_LEAVE.toMillis());
        var in = socket.getInputStream();
        byte[] unwanted = new byte[1024];
        long until = options.ticker().nanos() + TO_LEAVE.toNanos();
        while (options.ticker().nanos() - until < 0 && in.read(unwanted) >= 0) {}
    }

    /** Closes so that the client sees a reset. */
    void reset() throws IOException {
        session.getSocket().setSoLinger(true, 0);
        session.closeSocket();
    }

    @Override
    public void close() {
        try {
            session.closeSocket();
        } catch (IOException alreadyGone) {
            // a connection that cannot be closed is closed
        }
    }
}
