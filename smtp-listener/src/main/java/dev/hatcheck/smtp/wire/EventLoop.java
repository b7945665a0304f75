package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.smtp.Onlooker;
import dev.hatcheck.smtp.Ticker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that serves all connections of a listener.
 *
 * <p>It waits until a socket is ready, somebody hands it a task, or a deadline comes; it deals with each and waits
 * again. Nothing that it does may block.
 *
 * <p>{@link #execute}, {@link #listen}, {@link #leave} and {@link #close} are safe for threads; all else belongs to the
 * loop's own.
 */
final class EventLoop implements AutoCloseable {
    /** More than a TLS record, so that one is read in one go. */
    private static final int INPUT = 32 * 1024;

    private static final int OUTPUT = 64 * 1024;

    /**
     * How many pieces of arithmetic the loop does itself in a turn, a few milliseconds in all. Where there are hardly
     * more processors than one for the loop and one for its clients, whoever helps takes the time from them.
     */
    static final int ARITHMETIC = Runtime.getRuntime().availableProcessors() > 2 ? 1 : 4;

    /** With so many connections it is time to make ready what tells that a machine has no room for more. */
    private static final int MANY = 16;

    /** How long clients may take to hear that the listener goes down. */
    @Assumed("the appliance's figure is not known; the whole must end within ten seconds")
    private static final Duration GRACE = Duration.ofSeconds(4);

    private final Selector selector = Selector.open();
    private final Ticker ticker;
    private final Onlooker onlooker;
    private final Thread thread;
    private final BlockingQueue<Runnable> handedOver = new LinkedBlockingQueue<>();
    private final Deadlines deadlines = new Deadlines();
    private final Set<Connection> connections = new HashSet<>();
    private final List<Port> ports = new ArrayList<>();
    private List<Connection> again = new ArrayList<>();
    private final ByteBuffer input = ByteBuffer.allocate(INPUT);
    private final ByteBuffer output = ByteBuffer.allocate(OUTPUT);
    private final TlsBuffers tlsBuffers = new TlsBuffers();
    private int computed;
    private boolean ending;
    private volatile boolean over;

    private EventLoop(String name, Ticker ticker, Onlooker onlooker) throws IOException {
        this.ticker = ticker;
        this.onlooker = onlooker;
        this.thread = new Thread(this::run, name);
    }

    /** A loop at work, with no port yet. */
    static EventLoop start(String name, Ticker ticker, Onlooker onlooker) throws IOException {
        var loop = new EventLoop(name, ticker, onlooker);
        ticker.onMove(loop.selector::wakeup);
        loop.thread.start();
        return loop;
    }

    /**
     * Binds a port and answers where it is; clients who connect there are handed to {@code arrival}.
     *
     * @throws IllegalStateException if the loop is closed
     */
    InetSocketAddress listen(InetSocketAddress address, int backlog, Arrival arrival) throws IOException {
        Port port = Port.bind(this, address, backlog, arrival);
        if (!execute(() -> add(port))) {
            port.close();
            throw new IllegalStateException("the listener is closed");
        }
        return port.address();
    }

    /** Gives up the port that is bound there, if there is one: when it returns, nobody can connect to it any more. */
    void leave(InetSocketAddress address) {
        var left = new CompletableFuture<Void>();
        boolean awaited = execute(() -> {
            remove(address);
            // the selector lets go of a port only when it is asked the next time
            if (!execute(() -> left.complete(null))) {
                left.complete(null);
            }
        });
        if (awaited && Thread.currentThread() != thread) {
            left.join();
        }
    }

    /** Has a task done by the loop's thread, soon; answers whether it will be, as it is unless the loop has ended. */
    boolean execute(Runnable task) {
        handedOver.add(task);
        selector.wakeup();
        return !over || !handedOver.remove(task);
    }

    /**
     * Says goodbye to every client, closes everything and returns when the thread has ended; a client that does not
     * listen is cut off after some seconds.
     */
    @Override
    public void close() {
        execute(this::shutDown);
        if (Thread.currentThread() != thread && !hasEnded()) {
            execute(this::cutOff);
            hasEnded();
        }
    }

    private boolean hasEnded() {
        try {
            return thread.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    // ---- the loop's own thread

    private void run() {
        try (selector) {
            while (!ending || !connections.isEmpty()) {
                turnAndSurvive();
            }
        } catch (IOException e) {
            Diagnostics.bug("Without its selector the listener can not go on", e);
        } finally {
            shutDown();
            cutOff();
            over = true;
            doTasks();
        }
    }

    /** Connections see to their own errors; one that gets through must not end them all. */
    private void turnAndSurvive() throws IOException {
        try {
            turn();
        } catch (RuntimeException | Error e) {
            Diagnostics.bug("An error in the loop", e);
        }
    }

    private void turn() throws IOException {
        computed = 0;
        if (again.isEmpty()) {
            selector.select(EventLoop::tell, deadlines.millisFrom(ticker.nanos()));
        } else {
            selector.selectNow(EventLoop::tell);
            List<Connection> expecting = again;
            again = new ArrayList<>();
            expecting.forEach(Connection::ready);
        }
        doTasks();
        deadlines.check(ticker.nanos());
    }

    private void doTasks() {
        for (int waiting = handedOver.size(); waiting > 0; waiting--) {
            Runnable task = handedOver.poll();
            if (task != null) { // else it was taken back, which happens at the very end
                task.run();
            }
        }
    }

    private static void tell(SelectionKey key) {
        ((Selected) key.attachment()).ready();
    }

    private void add(Port port) {
        if (ending) {
            port.close();
        } else {
            ports.add(port);
            port.open(selector);
        }
    }

    private void remove(InetSocketAddress address) {
        ports.stream().filter(port -> port.address().equals(address)).forEach(Port::close);
        ports.removeIf(port -> port.address().equals(address));
    }

    private void shutDown() {
        ending = true;
        ports.forEach(Port::close);
        ports.clear();
        List.copyOf(connections).forEach(Connection::shutDown);
    }

    private void cutOff() {
        List.copyOf(connections).forEach(Connection::cutOff);
    }

    // ---- for those who are served

    SelectionKey register(SocketChannel socket, Connection connection) throws IOException {
        SelectionKey key = socket.register(selector, 0, connection);
        connections.add(connection);
        if (connections.size() == MANY) {
            Diagnostics.prepare();
        }
        deadlines.watch(connection);
        return key;
    }

    void forget(Connection connection) {
        connections.remove(connection);
        deadlines.forget(connection);
    }

    Selector selector() {
        return selector;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /** Who may follow a connection. */
    Onlooker onlooker() {
        return onlooker;
    }

    /** The time, in the ticker's nanoseconds. */
    long now() {
        return ticker.nanos();
    }

    /**
     * Takes on a piece of arithmetic and counts it, or answers that another thread has to do it. The loop does the
     * first ones of each turn, which spares waking a thread and being woken; nobody waits for more than
     * {@link #ARITHMETIC} of others.
     */
    boolean takeOn() {
        return computed++ < ARITHMETIC;
    }

    /** Calls {@link Connection#ready} in the next turn: there is something to do that the selector does not see. */
    void again(Connection connection) {
        again.add(connection);
    }

    /** Whether the listener goes down, so that nobody is waited for. */
    boolean isEnding() {
        return ending;
    }

    /** Where connections read to, all of them; what one leaves here is gone when the next is served. */
    ByteBuffer input() {
        return input;
    }

    /** Where the connection being served gathers what it sends. */
    ByteBuffer output() {
        return output;
    }

    /** What TLS needs while it works for the connection being served. */
    TlsBuffers tlsBuffers() {
        return tlsBuffers;
    }

    /** Throws away what was gathered and not sent. */
    void forgetOutput() {
        output.clear();
        tlsBuffers.records().clear();
    }
}
