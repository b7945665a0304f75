package dev.hatcheck.smtp;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;

/** A client on a socket, which waits five seconds for anything it expects. */
final class Client implements Closeable {
    private static final int PATIENCE = 5_000;

    private final InetSocketAddress address;
    private Socket socket;
    private InputStream in;

    private Client(InetSocketAddress address, Socket socket) throws IOException {
        this.address = address;
        use(socket);
    }

    private void use(Socket next) throws IOException {
        socket = next;
        in = new BufferedInputStream(next.getInputStream());
    }

    static Client connect(InetSocketAddress address) throws IOException {
        return connect(address, new Socket());
    }

    /** With a small window, so that it is soon full of replies that it does not read. */
    static Client connectNarrow(InetSocketAddress address) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4 * 1024);
        return connect(address, socket);
    }

    private static Client connect(InetSocketAddress address, Socket socket) throws IOException {
        socket.connect(address, PATIENCE);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        return new Client(address, socket);
    }

    /** Connects and reads the greeting. */
    static Client greeted(InetSocketAddress address) throws IOException {
        Client client = connect(address);
        client.expect("220 mail.example ESMTP");
        return client;
    }

    void send(String bytes) throws IOException {
        send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Sends a command and reads its reply. */
    List<String> say(String command) throws IOException {
        send(command + "\r\n");
        return reply();
    }

    /** Reads lines up to the last of a reply. */
    List<String> reply() throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(line());
        } while (lines.getLast().charAt(3) == '-');
        return lines;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (line.indexOf("\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("the connection ended after \"" + line + "\"");
            }
            line.append((char) b);
        }
        return line.substring(0, line.length() - 2);
    }

    void expect(String line) throws IOException {
        String read = line();
        if (!read.equals(line)) {
            throw new AssertionError("expected \"" + line + "\" but read \"" + read + "\"");
        }
    }

    /** What was sent so far is read already. */
    void expectNothing() throws IOException {
        if (in.available() > 0) {
            throw new AssertionError("read \"" + line() + "\"");
        }
    }

    /** All that comes up to the end of the stream. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Handshakes, trusting the certificate of the tests. */
    void handshake(String... protocols) throws IOException {
        SSLSocket tls = tlsSocket();
        if (protocols.length > 0) {
            tls.setEnabledProtocols(protocols);
        }
        tls.startHandshake();
        use(tls);
    }

    /** Handshakes, and says by which name it knows the server. */
    void handshakeWith(String serverName) throws IOException {
        SSLSocket tls = tlsSocket();
        var parameters = tls.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(serverName)));
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        use(tls);
    }

    /** Handshakes with TLS 1.2 and nothing but this cipher suite. */
    void handshakeWithSuite(String suite) throws IOException {
        SSLSocket tls = tlsSocket();
        tls.setEnabledProtocols(new String[] {"TLSv1.2"});
        tls.setEnabledCipherSuites(new String[] {suite});
        tls.startHandshake();
        use(tls);
    }

    private SSLSocket tlsSocket() throws IOException {
        return (SSLSocket) TestTls.context()
                .getSocketFactory()
                .createSocket(socket, address.getHostString(), address.getPort(), true);
    }

    /** Its own end of the connection. */
    InetSocketAddress localAddress() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** Says that it sends no more. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Is gone without a word. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
