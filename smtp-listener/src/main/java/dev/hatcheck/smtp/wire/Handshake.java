package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.smtp.TlsSession;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import tlschannel.NeedsReadException;
import tlschannel.NeedsTaskException;
import tlschannel.NeedsWriteException;

/** The client goes over to TLS: when the last reply in clear is sent, the handshake begins. */
final class Handshake implements Phase {
    /** How long a handshake may take. */
    @Assumed("enough for a slow client, and short enough for one that never means to finish")
    private static final long LIMIT = Duration.ofSeconds(15).toNanos();

    private final Connection connection;
    private final Session session;
    private final TlsWorkers workers;
    private final long deadline;
    private boolean begun;
    private int interest;

    Handshake(Connection connection, Session session, TlsWorkers workers, long now) {
        this.connection = connection;
        this.session = session;
        this.workers = workers;
        this.deadline = now + LIMIT;
    }

    @Override
    public void sent(long now) throws IOException {
        if (!begun) {
            begun = true;
            connection.whenDone(workers.context(), now, this::begin);
        }
    }

    private void begin(CompletableFuture<SSLContext> context, long now) throws IOException {
        if (context.isCompletedExceptionally()) {
            session.handshakeFailed(now);
        } else {
            connection.transport().secure(context.join());
            goOn(now);
        }
    }

    private void goOn(long now) throws IOException {
        try {
            TlsSession secured = connection.transport().handshake();
            session.secured(secured, now);
        } catch (NeedsReadException e) {
            interest = SelectionKey.OP_READ;
        } catch (NeedsWriteException e) {
            interest = SelectionKey.OP_WRITE;
        } catch (NeedsTaskException e) {
            interest = 0;
            connection.whenDone(workers.run(e.getTask()), now, (done, later) -> goOn(later));
        } catch (IOException e) {
            Diagnostics.broken(session + ": the handshake fails", e);
            connection.transport().alert();
            session.handshakeFailed(now);
        }
    }

    @Override
    public void ready(long now) throws IOException {
        if (begun) {
            goOn(now);
        }
    }

    @Override
    public int interest() {
        return begun ? interest : SelectionKey.OP_WRITE;
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public void late(long now) throws IOException {
        session.handshakeFailed(now);
    }

    @Override
    public void shutDown(long now) throws IOException {
        session.shutDown(now);
    }

    @Override
    public void lost(long now) throws IOException {
        session.handshakeFailed(now);
    }

    @Override
    public String toString() {
        return session.toString();
    }
}
