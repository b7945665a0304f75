package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.session.Reply;
import dev.hatcheck.smtp.script.Deviation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What a conversation wants done, in order. A script may say what becomes of the next reply, and may hold everything
 * up.
 *
 * <p>Nothing is done behind the last action, whatever is added.
 */
final class Outbox {
    private final Queue<Action> actions = new ArrayDeque<>();
    private Deviation deviation = Deviation.NONE;
    private boolean ended;
    private boolean held;
    private int free;
    private long until;

    boolean hasAction() {
        return held ? free > 0 : !actions.isEmpty();
    }

    Action next() {
        free--;
        return actions.remove();
    }

    void add(Action action) {
        if (!ended) {
            actions.add(action);
        }
    }

    /** Adds the last action of all. */
    void end(Action last) {
        add(last);
        ended = true;
    }

    /** This becomes of the next reply. */
    void deviate(Deviation next) {
        deviation = next;
    }

    /** Adds a reply; answers whether the connection is to be closed behind it, or behind a first part of it. */
    boolean send(Reply reply, long now) {
        if (deviation == Deviation.NONE) {
            add(new Action.Send(ByteBuffer.wrap(bytes(reply))));
            return false;
        }
        Deviation its = pause(now);
        byte[] bytes = bytes(its.wordsFor(reply));
        int length = Math.min(its.cut().orElse(bytes.length), bytes.length);
        if (length > 0) {
            add(new Action.Send(ByteBuffer.wrap(bytes, 0, length)));
        }
        return its.cut().isPresent();
    }

    private static byte[] bytes(Reply reply) {
        return reply.wire().getBytes(StandardCharsets.ISO_8859_1);
    }

    // ---- what is held up

    /** Holds up what is added from now on as long as the next reply is to wait; answers what becomes of that. */
    Deviation pause(long now) {
        Deviation its = deviation;
        deviation = Deviation.NONE;
        if (!held && !its.delay().isZero()) {
            held = true;
            free = actions.size();
            until = now + its.delay().toNanos();
        }
        return its;
    }

    boolean isHeld() {
        return held;
    }

    /** The moment until which everything is held up, if it is. */
    long heldUntil() {
        return until;
    }

    /** It is now this late. */
    void elapsed(long now) {
        if (now - until >= 0) {
            release();
        }
    }

    /** Goes on at once. */
    void release() {
        held = false;
    }
}
