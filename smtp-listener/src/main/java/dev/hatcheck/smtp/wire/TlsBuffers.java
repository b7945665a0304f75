package dev.hatcheck.smtp.wire;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import tlschannel.BufferAllocator;

/**
 * The buffers that TLS needs while it works, shared by all connections of a loop.
 *
 * <p>A record takes a buffer or two for moments only, and to make one each time is most of what a short session
 * allocates. A connection keeps one between turns only as long as it holds a part of a record. Not safe for threads.
 */
final class TlsBuffers {
    /** So many of a size lie ready; one connection at a time is at work, with no more than that. */
    private static final int READY = 4;

    /** More than a record, and as much as a handshake sends in one turn. */
    private static final int RECORDS = 32 * 1024;

    private final Deque<ByteBuffer> ready = new ArrayDeque<>(READY);
    private final ByteBuffer records = ByteBuffer.allocate(RECORDS);

    /** Where the connection being served gathers its records. */
    ByteBuffer records() {
        return records;
    }

    private ByteBuffer take(int size) {
        for (var buffers = ready.iterator(); buffers.hasNext(); ) {
            ByteBuffer buffer = buffers.next();
            if (buffer.capacity() == size) {
                buffers.remove();
                return buffer.clear();
            }
        }
        return ByteBuffer.allocate(size);
    }

    /** The one that was used least lately makes room. */
    private void giveBack(ByteBuffer buffer) {
        if (ready.size() == READY) {
            ready.removeLast();
        }
        ready.addFirst(buffer);
    }

    /** What one connection has of them. */
    final class Share implements BufferAllocator {
        private int taken;

        @Override
        public ByteBuffer allocate(int size) {
            taken++;
            return take(size);
        }

        @Override
        public void free(ByteBuffer buffer) {
            taken--;
            giveBack(buffer);
        }

        /** Whether nothing is in them: no part of a record, and no record that nobody has looked at. */
        boolean isEmpty() {
            return taken == 0;
        }
    }
}
