package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.PeerName;
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
    private final Socket socket;
    private final ReplyReader replies;
    private final CompletableFuture<Void> guard;
    private volatile boolean timeIsUp;
    private boolean secured;

    private Line(Socket socket, Deadline deadline) throws IOException {
        this.socket = socket;
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
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return replies.next();
        });
    }

    /** Throws away what has come and was not asked for; answers how many bytes. */
    int discard() throws IOException {
        return inTime(replies::discard);
    }

    /** Goes over to TLS with a server of this name. */
    TlsHandshake secure(PeerName name) throws IOException {
        secured = true;
        return inTime(() -> TlsHandshake.over(socket, name));
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

    /** Takes its leave in clear, if it never came to more, and does not wait for an answer. */
    @Override
    public void close() {
        try {
            if (!secured) {
                socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            // nobody to take leave of
        }
        guard.cancel(false);
        cut();
    }
}
