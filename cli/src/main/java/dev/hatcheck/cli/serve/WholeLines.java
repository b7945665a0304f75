package dev.hatcheck.cli.serve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Lines that are written straight to a channel, none of them behind a part of another.
 *
 * <p>A disk that gets full takes the beginning of a line and refuses the rest. What is written next, when there is room
 * again, begins with a line end then: the half line stays, but no other is added to it. Not safe for threads.
 */
final class WholeLines implements AutoCloseable {
    private static final byte[] LINE_END = {'\n'};

    private final WritableByteChannel channel;
    private long size;
    private boolean torn;

    /**
     * Writes to a channel behind what is there.
     *
     * @param isTorn whether that ends inside a line
     */
    WholeLines(WritableByteChannel channel, boolean isTorn) {
        this.channel = channel;
        this.torn = isTorn;
    }

    /**
     * Writes a part of the bytes, which are lines with their line ends.
     *
     * @throws IOException if not all of it could be written
     */
    void write(byte[] bytes, int from, int end) throws IOException {
        if (torn) {
            writeAll(LINE_END, 0, 1);
        }
        writeAll(bytes, from, end);
    }

    private void writeAll(byte[] bytes, int from, int end) throws IOException {
        var rest = ByteBuffer.wrap(bytes, from, end - from);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } finally {
            int written = rest.position() - from;
            size += written;
            torn = written == 0 ? torn : bytes[rest.position() - 1] != '\n';
        }
    }

    /** How many bytes were written, with the line end that a line cut short still lacks. */
    long size() {
        return torn ? size + 1 : size;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
