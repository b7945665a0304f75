package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.PeerName;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A handshake that came to its end, whatever the server has shown: who it is, is judged afterwards.
 *
 * @param protocol the version of TLS
 * @param cipher the cipher suite
 * @param shown the server's certificates, its own first; at least one
 */
record TlsHandshake(String protocol, String cipher, List<X509Certificate> shown) {
    private static final int GOODBYE_MILLIS = 500;

    TlsHandshake {
        shown = List.copyOf(shown);
    }

    /** Shakes hands over a connection, asking for the server of a name, and takes its leave. */
    static TlsHandshake over(Socket clear, PeerName name) throws IOException {
        var anybody = new Anybody();
        var socket = (SSLSocket) context(anybody)
                .getSocketFactory()
                .createSocket(clear, clear.getInetAddress().getHostAddress(), clear.getPort(), true);
        var parameters = socket.getSSLParameters();
        parameters.setServerNames(serverNames(name));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        var session = socket.getSession();
        var handshake = new TlsHandshake(session.getProtocol(), session.getCipherSuite(), anybody.shown);
        takeLeave(socket);
        return handshake;
    }

    private static List<SNIServerName> serverNames(PeerName host) {
        try {
            return host instanceof PeerName.Named(var name) ? List.of(new SNIHostName(name.text())) : List.of();
        } catch (IllegalArgumentException notForTls) { // DNS allows more than it
            return List.of();
        }
    }

    /** The server's log need not tell of a client that vanished. */
    private static void takeLeave(SSLSocket socket) {
        try {
            socket.setSoTimeout(GOODBYE_MILLIS);
            socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(1);
            socket.close();
        } catch (IOException rude) {
            // all that matters is known
        }
    }

    private static SSLContext context(Anybody anybody) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {anybody}, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java cannot do TLS", broken);
        }
    }

    /** Takes any certificate, and remembers what it has seen. */
    private static final class Anybody extends X509ExtendedTrustManager {
        private final List<X509Certificate> shown = new ArrayList<>();

        private void see(X509Certificate[] chain) {
            shown.addAll(List.of(chain));
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            see(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            see(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            see(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            throw new IllegalStateException("this is a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            throw new IllegalStateException("this is a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new IllegalStateException("this is a client");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
