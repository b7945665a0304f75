package dev.hatcheck.smtp.wire;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.limits.Concurrency;
import dev.hatcheck.engine.maillog.IdSequence;
import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.HostLookup;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.conversation.Conversation;
import dev.hatcheck.smtp.conversation.Surroundings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Receives the clients of one listener, each with the engine that is in force when it comes. */
public final class Reception implements AutoCloseable {
    private final ListenerOptions options;
    private final Surroundings surroundings;
    private final TlsWorkers tlsWorkers;
    private volatile Terms terms;

    /** What belongs together for a client: who decides about it, and who says who it is. */
    private record Terms(Engine engine, HostLookup lookup) {}

    public Reception(ListenerOptions options) {
        this.options = options;
        this.terms = new Terms(options.engine(), options.lookup());
        this.surroundings = new Surroundings(
                new IdSequence(),
                new Concurrency(),
                options.events(),
                options.tls().isPresent());
        this.tlsWorkers = new TlsWorkers(
                "hatcheck-tls-" + options.engine().settings().name(),
                options.tls().orElse(() -> {
                    throw new IllegalStateException("this listener has no certificate");
                }));
    }

    /** Clients that come from now on are decided about by this engine. */
    public void commit(Engine engine) {
        commit(engine, terms.lookup());
    }

    /** The same, and are looked up here. */
    public void commit(Engine engine, HostLookup lookup) {
        terms = new Terms(engine, lookup);
    }

    /** Receives a client that speaks for itself. */
    public void greet(Connection connection, IpAddress client, long now) throws IOException {
        greet(connection, client, ByteBuffer.allocate(0), now);
    }

    /** Receives a client that has already said something. */
    void greet(Connection connection, IpAddress client, ByteBuffer said, long now) throws IOException {
        Terms current = terms; // read once: a commit never mixes old and new
        var conversation = new Conversation(
                current.engine(), surroundings, connection.localAddress().toString(), client, now);
        var session = new Session(connection, conversation, current.lookup(), new Intake(options.sink()), tlsWorkers);
        connection.enter(session);
        session.begin(said, now);
    }

    /** Receives a proxy, which must be trusted and must say for whom it speaks. */
    public void awaitHeader(Connection connection, IpAddress proxy, long now) throws IOException {
        if (options.trusted().stream().anyMatch(range -> range.contains(proxy))) {
            connection.enter(new AwaitingHeader(connection, proxy, this, now));
        } else {
            String reply = Replies.notTrusted(proxy.toString()).wire();
            connection.transport().send(ByteBuffer.wrap(reply.getBytes(StandardCharsets.US_ASCII)));
            connection.enter(new Farewell(connection, now));
        }
    }

    /** Ends its threads. */
    @Override
    public void close() {
        tlsWorkers.close();
    }
}
