package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.session.MessageLimits;
import dev.hatcheck.policies.CleanSmtp;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.MailFlowPolicy;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/** The data of a message while it streams in: what leaves here is the message as it is kept. */
final class IncomingMessage implements DotReader.Target {
    /**
     * How much of what comes byte by byte is handed on at once; a message of any size needs no more memory than this.
     */
    private static final int PIECE = 1024;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final MailFlowPolicy policy;
    private final CleanSmtp clean;
    private final DotReader dots;
    private final HeaderReader header;
    private final Consumer<ByteBuffer> keep;
    private ByteBuffer piece = NOTHING;
    private long bytes;

    IncomingMessage(MailFlowPolicy policy, ListenerSettings settings, Consumer<ByteBuffer> keep) {
        this.policy = policy;
        this.clean = settings.value(ListenerParameters.CLEAN_SMTP);
        this.dots = new DotReader(clean, this);
        this.header = new HeaderReader(settings.value(ListenerParameters.GLOBAL_MAX_HEADER_LINES));
        this.keep = keep;
    }

    /** Reads on, up to the end of the message, of the bytes, or of what a header may be. */
    void read(ByteBuffer received) {
        dots.read(received);
        if (dots.hasEnded()) {
            header.messageEnded();
        }
        handOn();
    }

    @Override
    public void put(byte b) {
        bytes++;
        if (!header.hasEnded()) {
            header.accept(b);
        }
        if (!piece.hasRemaining()) {
            handOn();
            piece = ByteBuffer.allocate(PIECE);
        }
        piece.put(b);
    }

    /** The header is looked at byte by byte. */
    @Override
    public boolean takesRuns() {
        return header.hasEnded();
    }

    @Override
    public void put(ByteBuffer run) {
        handOn();
        bytes += run.remaining();
        if (isWelcome()) {
            keep.accept(run);
        }
    }

    private void handOn() {
        if (piece.position() > 0 && isWelcome()) {
            keep.accept(piece.flip());
        }
        piece = NOTHING;
    }

    @Override
    public boolean isFull() {
        return header.isTooBig();
    }

    /** Whether its end was read. */
    boolean hasEnded() {
        return dots.hasEnded();
    }

    /** Whether its header has grown beyond what is read at all. */
    boolean hasTooBigHeader() {
        return header.isTooBig();
    }

    /** What is to be said of it, by what was read so far. */
    Verdict verdict() {
        return MessageLimits.checkMessage(policy, clean, bytes, header.hops(), dots.hasBareLineEnds());
    }

    /** Whether it could still be accepted. */
    boolean isWelcome() {
        return !verdict().isRefusal();
    }

    /** Its size as kept. */
    long bytes() {
        return bytes;
    }

    Optional<String> messageId() {
        return header.messageId();
    }

    Optional<String> subject() {
        return header.subject();
    }
}
