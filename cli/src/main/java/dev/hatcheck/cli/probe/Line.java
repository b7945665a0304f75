package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.PeerName;
import dev.hatcheck.policies.address.IpAddress;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A connection to a server, in clear until it is secured.
 *
 * <p>Whatever the server does, it is closed when time is up: then every method that waits ends with a {@link
 * SocketTimeoutException}.
 */
final class Line implements AutoCloseable {
    private static final int GOODBYE_MILLIS = 500;

    private final Socket socket;
    private Socket talk;
    private ReplyReader replies;
    private final CompletableFuture<Void> guard;
    private volatile boolean timeIsUp;
    private boolean isDone;

    private Line(Socket socket, Deadline deadline) throws IOException {
        this.socket = socket;
        this.talk = socket;
        this.replies = new ReplyReader(socket.getInputStream());
        this.guard = CompletableFuture.runAsync(
                this::giveUp,
                CompletableFuture.delayedExecutor(
                        deadline.left().toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread));
    }

    static Line on(Socket socket, Deadline deadline) throws IOException {
        try {
            return new Line(socket, deadline);
        } catch (IOException broken) {
            socket.close();
            throw broken;
        }
    }

    /** What the server says next. */
    SmtpReply hear() throws IOException {
        return inTime(replies::next);
    }

    /** Gives a command, and answers what the server says to it. */
    SmtpReply say(String command) throws IOException {
        return inTime(() -> {
            talk.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return replies.next();
        });
    }

    /** Throws away what has come and was not asked for; answers how many bytes. */
    int discard() throws IOException {
        return inTime(replies::discard);
    }

    /** Goes over to TLS with a server of this name; what is said from now on is said inside. */
    TlsHandshake secure(PeerName name, Onlooker onlooker) throws IOException {
        isDone = true; // where the handshake breaks off, there is nobody to take leave of
        return inTime(() -> {
            TlsHandshake handshake = TlsHandshake.over(socket, name, onlooker);
            talk = handshake.socket();
            replies = new ReplyReader(talk.getInputStream());
            isDone = false;
            return handshake;
        });
    }

    /**
     * The PROXY header (v1) that says who the client is; its other end is the server's, or one of the client's family where
     * that is not.
     */
    String introducing(IpAddress client) {
        IpAddress server = IpAddress.of(socket.getInetAddress().getAddress());
        IpAddress other = client.isV4() == server.isV4() ? server : client;
        return "PROXY " + (client.isV4() ? "TCP4 " : "TCP6 ") + client + " " + other + " " + socket.getLocalPort() + " "
                + socket.getPort();
    }

    /** What one says for a name in EHLO, as the caller has none. */
    String literal() {
        InetAddress local = socket.getLocalAddress();
        String text = local.getHostAddress();
        return local instanceof Inet6Address ? "[IPv6:" + text.split("%", 2)[0] + "]" : "[" + text + "]";
    }

    private interface Exchange<T> {
        T go() throws IOException;
    }

    private <T> T inTime(Exchange<T> exchange) throws IOException {
        try {
            return exchange.go();
        } catch (IOException broken) {
            if (timeIsUp) {
                var late = new SocketTimeoutException("time is up");
                late.initCause(broken);
                throw late;
            }
            throw broken;
        }
    }

    private void giveUp() {
        timeIsUp = true; // before whoever waits hears of the end
        cut();
    }

    private void cut() {
        try {
            socket.close();
        } catch (IOException gone) {
            // what cannot be closed is closed
        }
    }

    /** Takes its leave, and waits a moment for the answer: the server's log need not tell of a client that vanished. */
    @Override
    public void close() {
        try {
            if (!isDone) {
                talk.setSoTimeout(GOODBYE_MILLIS);
                talk.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
                if (talk != socket) {
                    talk.getInputStream().readNBytes(1);
                    talk.close();
                }
            }
        } catch (IOException gone) {
            // nobody to take leave of
        }
        guard.cancel(false);
        cut();
    }
}
