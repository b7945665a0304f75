package dev.hatcheck.smtp.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/**
 * The socket as TLS sees it, which calls the system no more often than there is something to do.
 *
 * <p>A handshake writes a record for each of its steps, and each would wake up the client: what is written goes out in
 * one piece with the next {@link #flush}. And TLS reads on until nothing comes, where the last read told already that
 * nothing is left.
 */
final class Records implements ByteChannel {
    private final SocketChannel socket;
    private final Gathered gathered;
    private boolean isDrained;

    Records(SocketChannel socket, ByteBuffer shared) {
        this.socket = socket;
        this.gathered = new Gathered(shared);
    }

    /** The selector has told that there is something to read, or may have: the next read asks the socket. */
    void mayBeReadable() {
        isDrained = false;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (isDrained) {
            return 0;
        }
        int count = socket.read(into);
        isDrained = count > 0 && into.hasRemaining();
        return count;
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
