package dev.hatcheck.cli.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server for one connection that does as it is told, and may misbehave. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    /** What is done with the connection. */
    interface Script {
        void play(BufferedReader in, OutputStream out) throws IOException;
    }

    /** What is done with the connection, which ends with it. */
    interface Whole {
        void play(Socket client) throws IOException;
    }

    ScriptedServer(Script script) throws IOException {
        this(client -> {
            BufferedReader in = reader(client);
            script.play(in, client.getOutputStream());
            in.read(); // until the other end closes
        });
    }

    ScriptedServer(Whole script) throws IOException {
        Thread.ofVirtual().start(() -> {
            try (Socket client = socket.accept()) {
                script.play(client);
            } catch (IOException over) {
                // the client has gone, or the test is over
            }
        });
    }

    /** Says the first line, and each of the others when a line has come. */
    static ScriptedServer saying(String... lines) throws IOException {
        return new ScriptedServer((in, out) -> {
            for (String line : lines) {
                say(out, line + "\r\n");
                in.readLine();
            }
        });
    }

    static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
