package dev.hatcheck.bench.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * One client's connection, with as little between it and the socket as can be: what it costs must not be measured.
 *
 * <p>A read waits a bounded time. Not safe for threads.
 */
public final class Dialogue implements AutoCloseable {
    private static final int DEADLINE_MILLIS = 30_000;

    private Socket socket;
    private InputStream in;
    private OutputStream out;

    private Dialogue(Socket socket) throws IOException {
        take(socket);
    }

    private void take(Socket other) throws IOException {
        socket = other;
        in = new BufferedInputStream(socket.getInputStream(), 512);
        out = socket.getOutputStream();
    }

    /** Connects from 127.0.0.1; the greeting is not read yet. */
    public static Dialogue connect(InetSocketAddress server) throws IOException {
        return connectFrom(server.getAddress(), server);
    }

    /** Connects from an address of this machine. */
    public static Dialogue connectFrom(InetAddress local, InetSocketAddress server) throws IOException {
        var socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(local, 0));
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(DEADLINE_MILLIS);
            socket.connect(server, DEADLINE_MILLIS);
            return new Dialogue(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Reads a reply and returns its code.
     *
     * @throws EOFException if the server closes
     */
    public int hear() throws IOException {
        boolean last = false;
        int code = 0;
        while (!last) {
            code = 0;
            for (int digit = 0; digit < 3; digit++) {
                code = 10 * code + byteOf(in) - '0';
            }
            last = byteOf(in) != '-';
            while (byteOf(in) != '\n') {
                // the text is for people
            }
        }
        return code;
    }

    private static int byteOf(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the server has closed");
        }
        return next;
    }

    /** Sends characters as they are, with no line end of its own. */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes as they are. */
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Reads a reply that must have this code. */
    public void expect(int code) throws IOException {
        int heard = hear();
        if (heard != code) {
            throw new IOException("the server says " + heard + ", not " + code);
        }
    }

    /** Gives a command, whose reply must have this code. */
    public void say(String command, int code) throws IOException {
        send(command + "\r\n");
        expect(code);
    }

    /** Reads the greeting and says who it is. */
    public void greet() throws IOException {
        expect(220);
        say("EHLO client.example", 250);
    }

    /** Upgrades to TLS and says again who it is. */
    public void secure(SSLContext context) throws IOException {
        say("STARTTLS", 220);
        // Sessions are remembered by the server's name. By one that is this client's own none is found, so that each
        // handshake is a whole one.
        String name = "server-of-" + socket.getLocalPort();
        var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, name, socket.getPort(), true);
        secured.startHandshake();
        take(secured);
        say("EHLO client.example", 250);
    }

    /** Sends a message, which ends in a line end and has no line that begins with a dot. */
    public void mail(byte[] message) throws IOException {
        say("MAIL FROM:<sender@client.example>", 250);
        say("RCPT TO:<rcpt@mail.example>", 250);
        say("DATA", 354);
        send(message);
        say(".", 250);
    }

    /** Reads on until the server closes, whatever it says, or until nothing was said for the time of a read. */
    void awaitEnd() throws IOException {
        while (in.read() >= 0) {
            // not listened to
        }
    }

    /** Leaves as one should. */
    public void quit() throws IOException {
        say("QUIT", 221);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
