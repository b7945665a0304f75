package dev.hatcheck.bench.peer;

import dev.hatcheck.bench.server.KeyStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/**
 * The least that can take a message over TLS: one selector, one thread, the JDK's engine, and canned replies.
 *
 * <p>It looks at nothing but line ends. What it reaches is the ceiling for a server that does more.
 */
public final class BareTlsServer {
    private BareTlsServer() {}

    /** Serves on a free port of 127.0.0.1 until it is ended; its argument is the file of the certificate. */
    public static void main(String[] arguments) throws IOException {
        SSLContext context = KeyStores.serverContext(Path.of(arguments[0]));
        try (var selector = Selector.open();
                var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1_024);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            System.out.println("ready smtp 127.0.0.1:" + server.socket().getLocalPort());
            while (selector.isOpen()) {
                selector.select(key -> turn(key, context));
            }
        }
    }

    private static void turn(SelectionKey key, SSLContext context) {
        try {
            if (key.channel() instanceof ServerSocketChannel server) {
                accept(server, key.selector(), context);
            } else {
                ((BareConnection) key.attachment()).ready();
            }
        } catch (IOException gone) {
            close(key);
        }
    }

    private static void accept(ServerSocketChannel server, Selector selector, SSLContext context) throws IOException {
        SocketChannel socket = server.accept();
        if (socket != null) {
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            var connection = new BareConnection(socket, context);
            socket.register(selector, SelectionKey.OP_READ, connection);
            connection.greet();
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException already) {
            // nobody waits for it
        }
    }
}
