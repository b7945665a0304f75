package dev.hatcheck.smtp.wire;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a connection sends in a turn, gathered in a buffer that all connections share, so that it goes out in one piece;
 * only what is not taken then is kept here.
 */
final class Gathered {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ByteBuffer shared;
    private ByteBuffer unsent = NOTHING;

    Gathered(ByteBuffer shared) {
        this.shared = shared;
    }

    /** Where it goes: takes as many of the bytes as there is room for, and is asked even if there are none. */
    @FunctionalInterface
    interface Taker {
        void take(ByteBuffer bytes) throws IOException;
    }

    /** Whether there is room for so many bytes before the next flush. */
    boolean hasRoom(int bytes) {
        return bytes <= shared.remaining();
    }

    /** Adds bytes, however many there are. */
    void add(ByteBuffer bytes) {
        if (hasRoom(bytes.remaining())) {
            shared.put(bytes);
        } else {
            unsent = joined(unsent, bytes);
        }
    }

    /** Sends what is taken; answers whether that is all there was. */
    boolean flush(Taker taker) throws IOException {
        shared.flip();
        try {
            taker.take(unsent);
            if (!unsent.hasRemaining()) {
                unsent = NOTHING;
                taker.take(shared);
            }
            if (shared.hasRemaining()) {
                unsent = joined(unsent, shared);
            }
        } finally {
            shared.clear();
        }
        return !unsent.hasRemaining();
    }

    /** What is left of both, in a buffer of its own. */
    static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        return ByteBuffer.allocate(first.remaining() + second.remaining())
                .put(first)
                .put(second)
                .flip();
    }

    /** How many bytes wait because they were not taken. */
    int unsent() {
        return unsent.remaining();
    }
}
