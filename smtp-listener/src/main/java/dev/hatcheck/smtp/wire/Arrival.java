package dev.hatcheck.smtp.wire;

import dev.hatcheck.policies.address.IpAddress;
import java.io.IOException;

/** What is done with who connects to a port. */
@FunctionalInterface
interface Arrival {
    /**
     * Puts a new connection into its first phase.
     *
     * @param connection the connection
     * @param peer the other end of its socket
     * @param now the time, in the ticker's nanoseconds
     */
    void arrived(Connection connection, IpAddress peer, long now) throws IOException;
}
