package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.PeerName;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSocket;

/**
 * A handshake that the client has ended, whatever the server has shown: who it is, is judged afterwards.
 *
 * <p>Under TLS 1.3 the server may still refuse it: only what it says next tells.
 *
 * @param socket what is said inside TLS
 */
record TlsHandshake(SSLSocket socket) {
    /** Shakes hands over a connection, asking for the server of a name. */
    static TlsHandshake over(Socket clear, PeerName name, Onlooker onlooker) throws IOException {
        var socket = (SSLSocket) onlooker.context()
                .getSocketFactory()
                .createSocket(clear, clear.getInetAddress().getHostAddress(), clear.getPort(), true);
        var parameters = socket.getSSLParameters();
        parameters.setServerNames(serverNames(name));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new TlsHandshake(socket);
    }

    private static List<SNIServerName> serverNames(PeerName host) {
        try {
            return host instanceof PeerName.Named(var name) ? List.of(new SNIHostName(name.text())) : List.of();
        } catch (IllegalArgumentException notForTls) { // DNS allows more than it
            return List.of();
        }
    }

    /** The version of TLS and the cipher suite. */
    @Override
    public String toString() {
        var session = socket.getSession();
        return session.getProtocol() + ", " + session.getCipherSuite();
    }
}
