package dev.hatcheck.smtp.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/**
 * The socket as TLS sees it: the records that it writes go out in one piece with the next {@link #flush}.
 *
 * <p>A handshake writes a record for each of its steps, and each would be a call of the system and wake up the client.
 */
final class Records implements ByteChannel {
    private final SocketChannel socket;
    private final Gathered gathered;

    Records(SocketChannel socket, ByteBuffer shared) {
        this.socket = socket;
        this.gathered = new Gathered(shared);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return socket.read(into);
    }

    /** Takes all of a record, or nothing as long as the client takes nothing. */
    @Override
    public int write(ByteBuffer record) throws IOException {
        int size = record.remaining();
        if ((hasUnsent() || !gathered.hasRoom(size)) && !flush()) {
            return 0;
        }
        gathered.add(record);
        return size;
    }

    /** Sends what the socket takes; answers whether that is all there was. */
    boolean flush() throws IOException {
        return gathered.flush(bytes -> {
            if (bytes.hasRemaining()) {
                socket.write(bytes);
            }
        });
    }

    boolean hasUnsent() {
        return gathered.unsent() > 0;
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
