package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.address.IpAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.time.Duration;

/** A trusted proxy has connected and owes a header that says for whom. */
final class AwaitingHeader implements Phase {
    /** How long the header may take. */
    @Assumed("the appliance has no such port; a proxy sends its header at once")
    private static final long LIMIT = Duration.ofSeconds(5).toNanos();

    private final Connection connection;
    private final IpAddress proxy;
    private final Reception reception;
    private final long deadline;
    private final ProxyHeader header = new ProxyHeader();

    AwaitingHeader(Connection connection, IpAddress proxy, Reception reception, long now) {
        this.connection = connection;
        this.proxy = proxy;
        this.reception = reception;
        this.deadline = now + LIMIT;
    }

    @Override
    public void ready(long now) throws IOException {
        ByteBuffer input = connection.input();
        if (connection.transport().read(input.clear()) < 0) {
            connection.close();
            return;
        }
        switch (header.received(input.flip())) {
            case ProxyHeader.Result.Incomplete() -> {}
            case ProxyHeader.Result.Refused(var reason) -> refuse(reason, now);
            case ProxyHeader.Result.KeepSocketAddress() -> reception.greet(connection, proxy, input, now);
            case ProxyHeader.Result.Proxied(var client) -> reception.greet(connection, client, input, now);
        }
    }

    private void refuse(String reason, long now) {
        Diagnostics.refused(this + ": the PROXY header is refused: " + reason);
        connection.leave(new Farewell(connection, now));
    }

    @Override
    public int interest() {
        return SelectionKey.OP_READ;
    }

    @Override
    public long deadline() {
        return deadline;
    }

    @Override
    public void late(long now) {
        refuse("it is not complete in time", now);
    }

    @Override
    public void shutDown(long now) {
        connection.close();
    }

    @Override
    public void lost(long now) {}

    @Override
    public String toString() {
        return "a proxy at " + proxy;
    }
}
