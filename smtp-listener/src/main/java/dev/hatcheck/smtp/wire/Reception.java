package dev.hatcheck.smtp.wire;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.policies.Limit;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.Followed;
import dev.hatcheck.smtp.HostLookup;
import dev.hatcheck.smtp.Intake;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.StartTls;
import dev.hatcheck.smtp.conversation.Conversation;
import dev.hatcheck.smtp.conversation.Identity;
import dev.hatcheck.smtp.conversation.Opening;
import dev.hatcheck.smtp.conversation.Surroundings;
import dev.hatcheck.smtp.script.Scripts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * Receives the clients of one listener, each with the engine that is in force when it comes.
 *
 * <p>Safe for threads.
 */
public final class Reception implements AutoCloseable {
    private final ListenerOptions options;
    private final Surroundings surroundings;
    private final TlsWorkers tlsWorkers;
    private final Scripts scripts = new Scripts();
    private final EventLoop loop;
    private final AtomicReference<Terms> terms;

    /** What belongs together for a client: who decides about it, and who says who it is. */
    private record Terms(Engine engine, HostLookup lookup) {}

    /** A reception at work, with no port yet. */
    public Reception(ListenerOptions options) throws IOException {
        String name = options.engine().settings().name();
        this.options = options;
        this.terms = new AtomicReference<>(new Terms(options.engine(), options.lookup()));
        this.surroundings = Surroundings.of(options);
        this.loop = EventLoop.start("hatcheck-" + name, options.ticker(), options.onlooker());
        this.tlsWorkers = new TlsWorkers("hatcheck-tls-" + name, context(options.tls()), loop::takeOn);
    }

    /** Opens a port for clients that speak for themselves, and answers where it is. */
    public InetSocketAddress open(InetSocketAddress address) throws IOException {
        return loop.listen(address, backlog(), this::greet);
    }

    /** Opens a port where everybody counts as this client, and answers where it is. */
    public InetSocketAddress openTo(IpAddress client, InetSocketAddress address) throws IOException {
        return loop.listen(address, backlog(), (connection, peer, now) -> greet(connection, client, now));
    }

    /** Opens a port for proxies, and answers where it is. */
    public InetSocketAddress openToProxies(InetSocketAddress address) throws IOException {
        return loop.listen(address, backlog(), this::awaitHeader);
    }

    /** Opens a port for those who give XCLIENT, and answers where it is. */
    public InetSocketAddress openToIntroducers(InetSocketAddress address) throws IOException {
        return loop.listen(address, backlog(), this::introduce);
    }

    /** The scripts that it keeps to. */
    public Scripts scripts() {
        return scripts;
    }

    /** Closes the port that is there, if there is one; connections go on, without the port's scripts. */
    public void leave(InetSocketAddress address) {
        scripts.removeAll(address);
        loop.leave(address);
    }

    private int backlog() {
        Limit waiting = options.engine().settings().value(ListenerParameters.LISTEN_QUEUE_SIZE);
        return (int) Math.min(waiting.orElse(Integer.MAX_VALUE), Integer.MAX_VALUE);
    }

    /** Clients that come from now on are decided about by this engine. */
    public void commit(Engine engine) {
        terms.updateAndGet(current -> new Terms(engine, current.lookup()));
    }

    /** The same, and are looked up here. */
    public void commit(Engine engine, HostLookup lookup) {
        terms.set(new Terms(engine, lookup));
    }

    private void greet(Connection connection, IpAddress client, long now) throws IOException {
        greet(connection, client, ByteBuffer.allocate(0), now);
    }

    /** Receives a client that has already said something. */
    void greet(Connection connection, IpAddress client, ByteBuffer said, long now) throws IOException {
        greet(connection, Opening.of(identity(connection, client)), said, now);
    }

    /** Receives a client of whom something is known already. */
    void greet(Connection connection, Opening opening, ByteBuffer said, long now) throws IOException {
        var session = new Session(connection, this, meet(connection, opening, now), new Intake(options.sink()));
        connection.enter(session);
        session.begin(said, now);
    }

    private static Supplier<SSLContext> context(StartTls tls) {
        return tls instanceof StartTls.Available(var context, var protocols)
                ? context
                : () -> {
                    throw new IllegalStateException("this listener has no certificate");
                };
    }

    /** What follows when a client has been told to go ahead with TLS. */
    Phase handshake(Connection connection, Session session, long now) {
        return switch (options.tls()) {
            case StartTls.Available(var context, var protocols) ->
                new Handshake(connection, session, tlsWorkers, protocols, now);
            case StartTls.Cut() -> new CutHandshake(connection, session, now);
            case StartTls.WithoutCertificate w -> throw new IllegalStateException("a client was told to go ahead");
            case StartTls.Hidden h -> throw new IllegalStateException("a client was told to go ahead");
        };
    }

    /** A conversation that begins, who says who its client is, and how long that may take. */
    record Meeting(Conversation conversation, HostLookup lookup, Duration toAnswer) {}

    /** A client comes, by whatever way. */
    Meeting meet(Connection connection, Opening opening, long now) {
        Terms current = terms.get(); // read once: a commit never mixes old and new
        return new Meeting(
                new Conversation(current.engine(), surroundings(connection), opening, now),
                current.lookup(),
                HostLookup.patience(current.engine().settings()));
    }

    private Surroundings surroundings(Connection connection) {
        Followed followed = connection.followed();
        return surroundings
                .withEvents(followed.behind(options.events()))
                .withCues(scripts.at(connection.local(), followed::fired));
    }

    private static Identity identity(Connection connection, IpAddress other) {
        var ours = IpAddress.of(connection.local().getAddress().getAddress());
        return Identity.of(ours.toString(), other);
    }

    private void awaitHeader(Connection connection, IpAddress proxy, long now) throws IOException {
        if (isTrusted(proxy)) {
            connection.enter(new AwaitingHeader(connection, proxy, this, now));
        } else {
            sendAway(connection, proxy, now);
        }
    }

    private void introduce(Connection connection, IpAddress peer, long now) throws IOException {
        if (isTrusted(peer)) {
            var settings = terms.get().engine().settings();
            var introducing = new Introducing(connection, identity(connection, peer), this, settings, now);
            connection.enter(introducing);
            introducing.begin();
        } else {
            sendAway(connection, peer, now);
        }
    }

    private boolean isTrusted(IpAddress peer) {
        return options.ports().trusted().stream().anyMatch(range -> range.contains(peer));
    }

    private static void sendAway(Connection connection, IpAddress peer, long now) throws IOException {
        connection.say(Replies.notTrusted(peer.toString()));
        connection.leave(new Farewell(connection, now));
    }

    /** Says 421 to every client, closes all and returns when the threads have ended, within ten seconds. */
    @Override
    public void close() {
        loop.close();
        tlsWorkers.close();
    }
}
