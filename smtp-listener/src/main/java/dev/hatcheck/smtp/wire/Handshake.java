package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.smtp.TlsSession;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import tlschannel.NeedsReadException;
import tlschannel.NeedsTaskException;
import tlschannel.NeedsWriteException;

/** The client goes over to TLS: when the last reply in clear is sent, the handshake begins. */
final class Handshake implements Phase {
    /** How long a handshake may take. */
    @Assumed("enough for a slow client, and short enough for one that never means to finish")
    static final long LIMIT = Duration.ofSeconds(15).toNanos();

    private final Connection connection;
    private final Session session;
    private final TlsWorkers workers;
    private final List<String> protocols;
    private final long deadline;
    private Optional<TlsLayer> tls = Optional.empty();
    private boolean begun;

    /** What TLS waits for: something of the socket, or nothing while something is done elsewhere. */
    private int awaited;

    Handshake(Connection connection, Session session, TlsWorkers workers, List<String> protocols, long now) {
        this.connection = connection;
        this.session = session;
        this.workers = workers;
        this.protocols = protocols;
        this.deadline = now + LIMIT;
    }

    @Override
    public void sent(long now) throws IOException {
        if (!begun) {
            begun = true;
            connection.whenDone(workers.context(), now, this::begin);
        }
    }

    /** The client begins, and as long as it is silent it costs next to nothing. */
    private void begin(CompletableFuture<SSLContext> context, long now) throws IOException {
        if (context.isCompletedExceptionally()) {
            session.handshakeFailed("there is no certificate", now);
        } else {
            tls = Optional.of(connection.transport().secure(context.join(), protocols));
            awaited = SelectionKey.OP_READ;
        }
    }

    @Override
    public void ready(long now) throws IOException {
        if (awaited != 0) {
            goOn(tls.orElseThrow(), now);
        }
    }

    private void goOn(TlsLayer layer, long now) throws IOException {
        try {
            TlsSession secured = layer.handshake();
            session.secured(secured, now);
        } catch (NeedsReadException e) {
            awaited = SelectionKey.OP_READ;
        } catch (NeedsWriteException e) {
            awaited = SelectionKey.OP_WRITE;
        } catch (NeedsTaskException e) {
            awaited = 0;
            connection.whenDone(workers.run(e.getTask()), now, (done, later) -> goOn(layer, later));
        } catch (IOException e) {
            Diagnostics.broken(session + ": the handshake fails", e);
            session.handshakeFailed(String.valueOf(e.getMessage()), now);
            layer.alert();
        }
    }

    @Override
    public int interest() {
        return begun ? awaited | output() : SelectionKey.OP_WRITE;
    }

    private int output() {
        return connection.transport().hasUnsent() ? SelectionKey.OP_WRITE : 0;
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public void late(long now) throws IOException {
        session.handshakeFailed("its time is up", now);
    }

    @Override
    public void shutDown(long now) throws IOException {
        session.shutDown(now);
    }

    @Override
    public void lost(long now) throws IOException {
        session.handshakeFailed("the connection is broken", now);
    }

    @Override
    public String toString() {
        return session.toString();
    }
}
