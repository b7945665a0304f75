package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.address.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A bound port, where clients are let in. */
final class Port implements Selected, Timed {
    /** How many clients are let in before others are served again. */
    private static final int AT_ONCE = 64;

    /** How long nobody is let in after that failed, as it does for want of file descriptors. */
    private static final long PAUSE = Duration.ofMillis(500).toNanos();

    private final EventLoop loop;
    private final ServerSocketChannel server;
    private final InetSocketAddress address;
    private final Arrival arrival;
    private long opensAgain = Deadlines.NEVER;

    private Port(EventLoop loop, ServerSocketChannel server, Arrival arrival) throws IOException {
        this.loop = loop;
        this.server = server;
        this.address = (InetSocketAddress) server.getLocalAddress();
        this.arrival = arrival;
    }

    /** A port that is bound, where nobody is let in yet. */
    static Port bind(EventLoop loop, InetSocketAddress address, int backlog, Arrival arrival) throws IOException {
        // Of the address's own family: by default Java would take all of IPv6 with 0.0.0.0.
        boolean isV4 = address.getAddress() instanceof Inet4Address;
        ServerSocketChannel server =
                ServerSocketChannel.open(isV4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            server.configureBlocking(false);
            server.bind(address, backlog);
            return new Port(loop, server, arrival);
        } catch (IOException | RuntimeException e) {
            server.close();
            var withAddress = new BindException(written(address) + ": " + e.getMessage());
            withAddress.initCause(e);
            throw withAddress;
        }
    }

    private static String written(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return address.getHostString() + ":" + address.getPort();
        }
        IpAddress ip = IpAddress.of(address.getAddress().getAddress());
        return (ip.isV4() ? ip : "[" + ip + "]") + ":" + address.getPort();
    }

    /** Where it is bound. */
    InetSocketAddress address() {
        return address;
    }

    /** Begins to let clients in. */
    void open(Selector selector) {
        try {
            server.register(selector, SelectionKey.OP_ACCEPT, this);
            loop.deadlines().watch(this);
        } catch (IOException e) {
            throw new UncheckedIOException("a port that was just bound is closed", e);
        }
    }

    @Override
    public void ready() {
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                SocketChannel socket = server.accept();
                if (socket == null) {
                    return;
                }
                Connection.open(loop, socket, arrival);
            }
        } catch (IOException | RuntimeException | Error e) {
            opensAgain = loop.now() + PAUSE;
            loop.deadlines().note(opensAgain);
            server.keyFor(loop.selector()).interestOps(0);
            Diagnostics.failed("Nobody is let in at " + written(address) + " for a moment", e);
        }
    }

    @Override
    public long deadline() {
        return opensAgain;
    }

    @Override
    public void late() {
        opensAgain = Deadlines.NEVER;
        server.keyFor(loop.selector()).interestOps(SelectionKey.OP_ACCEPT);
    }

    void close() {
        loop.deadlines().forget(this);
        try {
            server.close();
        } catch (IOException e) {
            Diagnostics.broken("Closing " + written(address), e);
        }
    }
}
