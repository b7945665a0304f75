package dev.hatcheck.smtp.conversation;

import dev.hatcheck.policies.CleanSmtp;
import dev.hatcheck.policies.Rfc;
import java.nio.ByteBuffer;

/**
 * Finds the end of a message, and takes away the dots that only protect it.
 *
 * <p>Only CRLF, a dot and CRLF end a message. A carriage return or line feed that stands alone never begins a line
 * here, whatever is made of it in the message that is kept: were it otherwise, a sender could hide a second message
 * from the servers before this one and show it to those behind.
 *
 * <pre>
 *              other                  CR                    LF
 * LINE_START   MIDDLE ('.': DOT)      CR                    MIDDLE, alone
 * DOT          MIDDLE                 DOT_CR                MIDDLE, alone
 * DOT_CR       MIDDLE, CR was alone   CR, CR was alone      ENDED
 * MIDDLE       MIDDLE                 CR                    MIDDLE, alone
 * CR           MIDDLE, CR was alone   CR, CR was alone      LINE_START
 * </pre>
 *
 * <p>Nearly all of a message is lines of text, of which every byte is kept; a target may take these as they lie, many
 * lines at a time ({@link #skim}). {@link #step} says what is meant by it, byte by byte, and sees to everything else.
 */
@Rfc({"5321 section 4.1.1.4", "5321 section 4.5.2"})
final class DotReader {
    private enum State {
        LINE_START,
        DOT,
        DOT_CR,
        MIDDLE,
        CR,
        ENDED
    }

    /** Takes the message as it is kept. */
    interface Target {
        /** The next byte. */
        void put(byte b);

        /** Whether it takes bytes by the run now, or must see each. */
        boolean takesRuns();

        /** The next bytes, at least one; the buffer is the reader's again when this returns. */
        void put(ByteBuffer run);

        /** Whether it has had enough: nothing more of the message is read. */
        boolean isFull();
    }

    private final CleanSmtp clean;
    private final Target target;
    private State state = State.LINE_START;
    private boolean bareLineEnds;

    DotReader(CleanSmtp clean, Target target) {
        this.clean = clean;
        this.target = target;
    }

    /** Reads on, up to the end of the message, the end of the bytes, or the moment at which the target is full. */
    void read(ByteBuffer bytes) {
        while (bytes.hasRemaining() && state != State.ENDED && !target.isFull()) {
            if (!target.takesRuns() || !skim(bytes)) {
                step(bytes.get());
            }
        }
    }

    /** Hands on the whole lines and the text that come next; answers whether there were any. */
    private boolean skim(ByteBuffer bytes) {
        if (state != State.LINE_START && state != State.MIDDLE) {
            return false;
        }
        int from = bytes.position();
        int end = bytes.limit();
        int at = from;
        boolean lineStart = state == State.LINE_START;
        while (at < end && !(lineStart && bytes.get(at) == '.')) {
            int text = at;
            while (at < end && isText(bytes.get(at))) {
                at++;
            }
            if (at + 1 < end && bytes.get(at) == '\r' && bytes.get(at + 1) == '\n') {
                at += 2;
                lineStart = true;
            } else {
                lineStart = lineStart && at == text;
                break;
            }
        }
        if (at == from) {
            return false;
        }
        target.put(bytes.slice(from, at - from));
        bytes.position(at);
        state = lineStart ? State.LINE_START : State.MIDDLE;
        return true;
    }

    private static boolean isText(byte b) {
        return b != '\r' && b != '\n';
    }

    /** Whether the end of the message was read. */
    boolean hasEnded() {
        return state == State.ENDED;
    }

    /** Whether a carriage return or line feed stood alone so far. */
    boolean hasBareLineEnds() {
        return bareLineEnds;
    }

    private void step(byte b) {
        switch (state) {
            case LINE_START -> {
                if (b == '.') {
                    state = State.DOT;
                } else {
                    text(b);
                }
            }
            case DOT -> {
                if (b == '\r') {
                    state = State.DOT_CR;
                } else {
                    text(b);
                }
            }
            case DOT_CR -> {
                if (b == '\n') {
                    state = State.ENDED;
                } else {
                    alone((byte) '\r');
                    text(b);
                }
            }
            case MIDDLE -> text(b);
            case CR -> {
                if (b == '\n') {
                    lineEnd();
                    state = State.LINE_START;
                } else {
                    alone((byte) '\r');
                    text(b);
                }
            }
            case ENDED -> throw new IllegalStateException("the message has ended");
        }
    }

    private void text(byte b) {
        if (b == '\r') {
            state = State.CR;
            return;
        }
        state = State.MIDDLE;
        if (b == '\n') {
            alone(b);
        } else {
            target.put(b);
        }
    }

    private void alone(byte b) {
        bareLineEnds = true;
        switch (clean) {
            case ON -> lineEnd();
            case OFF, ALLOW -> target.put(b);
        }
    }

    private void lineEnd() {
        target.put((byte) '\r');
        target.put((byte) '\n');
    }
}
