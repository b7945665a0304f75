package dev.hatcheck.bench.peer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** A connection of the bare server: in clear until STARTTLS, then through the engine, whose tasks run on the spot. */
final class BareConnection {
    private static final int RECORD = 20_000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel socket;
    private final SSLEngine engine;
    private final BareDialogue dialogue = new BareDialogue();
    private final ByteBuffer encrypted = ByteBuffer.allocate(RECORD);
    private final ByteBuffer plain = ByteBuffer.allocate(RECORD);
    private final ByteBuffer output = ByteBuffer.allocate(RECORD);
    private boolean secured;

    BareConnection(SocketChannel socket, SSLContext context) {
        this.socket = socket;
        this.engine = context.createSSLEngine();
        engine.setUseClientMode(false);
    }

    void greet() throws IOException {
        send("220 mail.example ESMTP\r\n");
    }

    /** The client has sent something. */
    void ready() throws IOException {
        if (socket.read(encrypted) < 0) {
            throw new EOFException();
        }
        encrypted.flip();
        if (secured) {
            unwrap();
        } else {
            answer(encrypted);
        }
        encrypted.compact();
    }

    private void answer(ByteBuffer bytes) throws IOException {
        String replies = dialogue.answer(bytes);
        send(replies);
        if (dialogue.isOver()) {
            socket.close();
        }
        secured = dialogue.isSecured();
    }

    private void unwrap() throws IOException {
        Status status = Status.OK;
        while (status == Status.OK && socket.isOpen()) {
            SSLEngineResult result = engine.unwrap(encrypted, plain);
            status = result.getStatus();
            shake(result.getHandshakeStatus());
            plain.flip();
            if (plain.hasRemaining()) {
                answer(plain);
            }
            plain.clear();
            if (!encrypted.hasRemaining() && engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP_AGAIN) {
                return;
            }
        }
    }

    private void shake(HandshakeStatus status) throws IOException {
        HandshakeStatus next = status;
        while (next == HandshakeStatus.NEED_TASK || next == HandshakeStatus.NEED_WRAP) {
            if (next == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
                next = engine.getHandshakeStatus();
            } else {
                next = wrap(NOTHING);
            }
        }
    }

    private HandshakeStatus wrap(ByteBuffer bytes) throws IOException {
        output.clear();
        SSLEngineResult result = engine.wrap(bytes, output);
        write(output.flip());
        return result.getHandshakeStatus();
    }

    private void send(String replies) throws IOException {
        var bytes = ByteBuffer.wrap(replies.getBytes(StandardCharsets.US_ASCII));
        if (!secured) {
            write(bytes);
        } else if (bytes.hasRemaining()) {
            wrap(bytes);
        }
    }

    /** Replies are short and clients read them: there is always room in the socket. */
    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }
}
