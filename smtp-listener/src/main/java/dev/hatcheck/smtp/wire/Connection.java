package dev.hatcheck.smtp.wire;

import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.engine.session.Reply;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.Followed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One connection: its socket, and the phase it is in.
 *
 * <pre>{@code
 *     ordinary port                        proxy port, xclient port
 *           |                                   |
 *           v     a good header, XCLIENT, ...   v
 *        Session <---------------- AwaitingHeader, Introducing
 *        ^  |  |                                |
 *        |  |  +---- close ----+                | refused, late, not trusted, QUIT
 *        |  | STARTTLS         |                |
 *        |  v                  v                |
 *      Handshake            Farewell <----------+
 *   (secured or failed)        |
 *                              | all is sent, and the client has left or is late
 *                              v
 *   reset, broken -------> (closed)
 * }</pre>
 *
 * <p>Whatever happens to it is one {@link #turn}: an input to the phase, then all that was gathered is sent, then the
 * socket is watched for what the phase wants next. A fault in one connection ends in its turn.
 */
final class Connection implements Selected, Timed {
    private final EventLoop loop;
    private final SocketChannel socket;
    private final InetSocketAddress local;
    private final SelectionKey key;
    private final Transport transport;
    private final Followed followed;
    private Phase phase;
    private boolean closed;

    private Connection(EventLoop loop, SocketChannel socket, InetSocketAddress peer, long now) throws IOException {
        this.loop = loop;
        this.socket = socket;
        this.transport = new Transport(socket, loop.output(), loop.tlsBuffers());
        this.phase = new Farewell(this, now); // unless its arrival finds something better
        socket.configureBlocking(false);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.local = (InetSocketAddress) socket.getLocalAddress();
        this.key = loop.register(socket, this);
        this.followed = Followed.of(loop.onlooker(), local, peer); // last: whom it hears of is closed some day
    }

    /** Something that happens to a connection. */
    @FunctionalInterface
    interface Input {
        void happen(long now) throws IOException;
    }

    /** What follows when something that was begun elsewhere is done, well or not. */
    @FunctionalInterface
    interface Outcome<T> {
        void of(CompletableFuture<T> done, long now) throws IOException;
    }

    /** Takes over a socket; one that is broken already is dropped. */
    static void open(EventLoop loop, SocketChannel socket, Arrival arrival) throws IOException {
        try {
            var peer = (InetSocketAddress) socket.getRemoteAddress();
            long now = loop.now();
            var connection = new Connection(loop, socket, peer, now);
            connection.turn(
                    now,
                    same -> arrival.arrived(
                            connection, IpAddress.of(peer.getAddress().getAddress()), same));
        } catch (IOException e) {
            socket.close();
            Diagnostics.broken("A client was gone before it was let in", e);
        } catch (RuntimeException | Error e) {
            socket.close();
            throw e;
        }
    }

    // ---- what happens to it

    @Override
    public void ready() {
        turn(now -> phase.ready(now));
    }

    @Override
    public void late() {
        turn(now -> phase.late(now));
    }

    void shutDown() {
        turn(now -> phase.shutDown(now));
    }

    /** The client has had its time: nothing more is said to it. */
    void cutOff() {
        turn(now -> {
            phase.lost(now);
            close();
        });
    }

    private void turn(Input input) {
        turn(loop.now(), input);
    }

    private void turn(long now, Input input) {
        if (closed) {
            return;
        }
        try {
            input.happen(now);
            settle(now);
        } catch (IOException e) {
            broken(e, now);
        } catch (RuntimeException | Error e) {
            failed(e, now);
        } finally {
            loop.forgetOutput(); // whatever happened, nothing of it may reach the next client
        }
    }

    private void settle(long now) throws IOException {
        Phase settled;
        do {
            settled = phase;
            if (!closed && transport.flush()) {
                phase.sent(now);
            }
        } while (phase != settled);
        if (!closed) {
            watch();
        }
    }

    private void watch() {
        int interest = phase.interest();
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
        if (phase.hasMore()) {
            loop.again(this);
        }
        loop.deadlines().note(phase.deadline());
    }

    /** The client is gone, or TLS is broken. */
    private void broken(IOException why, long now) {
        Phase last = phase;
        giveUp(now);
        close();
        Diagnostics.broken(last + " is broken", why);
    }

    /** An error of ours: the client hears that it is none of its own, if there is a way to say so. */
    private void failed(Throwable bug, long now) {
        Phase last = phase;
        giveUp(now);
        try {
            if (last instanceof Session) {
                say(Replies.SERVER_ERROR);
                leave(new Farewell(this, now));
                settle(now);
            } else {
                close();
            }
        } catch (IOException | RuntimeException | Error e) {
            close();
        }
        Diagnostics.bug(last + " ends by an error", bug);
    }

    private void giveUp(long now) {
        try {
            phase.lost(now);
        } catch (IOException | RuntimeException | Error e) {
            Diagnostics.bug(phase + " can not be given up", e);
        }
    }

    @Override
    public long deadline() {
        return closed ? Deadlines.NEVER : phase.deadline();
    }

    // ---- what its phases do with it

    void enter(Phase next) {
        phase = next;
    }

    /** All is said, and what the client still says is not heard. */
    void leave(Farewell farewell) {
        enter(farewell);
        followed.ended();
    }

    boolean isIn(Phase one) {
        return phase == one && !closed;
    }

    Transport transport() {
        return transport;
    }

    /** Who tells of it. */
    Followed followed() {
        return followed;
    }

    /** Says what is said to a client outside any conversation. */
    void say(Reply reply) throws IOException {
        say(ByteBuffer.wrap(reply.wire().getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Says these bytes to the client. */
    void say(ByteBuffer bytes) throws IOException {
        followed.said(bytes);
        transport.send(bytes);
    }

    /** Where to read to; only good until the end of the turn. */
    ByteBuffer input() {
        return loop.input();
    }

    /** Whether the listener goes down. */
    boolean isEnding() {
        return loop.isEnding();
    }

    /** Our end of the socket. */
    InetSocketAddress local() {
        return local;
    }

    /**
     * Goes on when something that goes by itself is done: on the spot if it is done already, else in a turn of its own.
     * A phase that is over by then hears nothing.
     */
    <T> void whenDone(CompletionStage<T> stage, long now, Outcome<T> outcome) throws IOException {
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (future.isDone()) {
            outcome.of(future, now);
            return;
        }
        Phase waiting = phase;
        future.whenComplete((value, failure) -> loop.execute(() -> turn(later -> {
            if (phase == waiting) {
                outcome.of(future, later);
            }
        })));
    }

    void close() {
        if (closed) {
            return;
        }
        closed = true;
        loop.forget(this);
        try {
            socket.close();
        } catch (IOException e) {
            Diagnostics.broken("Closing a socket", e);
        }
        followed.closed();
    }

    /** Closes the socket so that the client sees a reset. */
    void reset() throws IOException {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        close();
    }
}
