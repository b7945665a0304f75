package dev.hatcheck.cli.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Connects to servers. */
@FunctionalInterface
interface Dialer {
    /** A connection that is made, within so long at most. */
    Socket connect(InetSocketAddress server, Duration atMost) throws IOException;

    /** By TCP, from wherever this machine connects. */
    static Dialer tcp() {
        return (server, atMost) -> {
            var socket = new Socket();
            try {
                socket.connect(server, (int) Math.max(1, atMost.toMillis()));
                return socket;
            } catch (IOException refused) {
                socket.close();
                throw refused;
            }
        };
    }
}
