package dev.hatcheck.smtp;

import dev.hatcheck.engine.maillog.EventSink;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.smtp.script.Script;
import dev.hatcheck.smtp.wire.Diagnostics;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * A connection for whoever follows it, and hears of it here. One that fails hears no more, and the connection goes on.
 *
 * <p>For who drives a {@link dev.hatcheck.smtp.conversation.Conversation}, beside {@link Intake}. No method throws,
 * whatever the onlooker does. Not safe for threads: one at a time may use it, the one that drives the conversation.
 */
public final class Followed {
    private static final Followed BLIND = new Followed(Following.NOTHING);

    private final Following following;
    private boolean tells;

    private Followed(Following following) {
        this.following = following;
        this.tells = following != Following.NOTHING;
    }

    /** A connection that has just been made; all that nobody follows are the same. */
    public static Followed of(Onlooker onlooker, InetSocketAddress local, InetSocketAddress remote) {
        try {
            Following following = onlooker.connected(local, remote);
            return following == Following.NOTHING ? BLIND : new Followed(following);
        } catch (RuntimeException | Error e) {
            failed(e);
            return BLIND;
        }
    }

    /** A sink of the connection's own events, which hands them to this one first; this one itself if nobody follows. */
    public EventSink behind(EventSink sink) {
        return tells
                ? event -> {
                    sink.tell(event);
                    tell(event);
                }
                : sink;
    }

    private void tell(MailEvent event) {
        tell(one -> one.tell(event));
    }

    /**
     * These bytes, or a first part of them, are heard next: sets their limit, so that each line is told of before its
     * reply.
     */
    public void aboutToHear(ByteBuffer bytes) {
        if (tells) {
            bytes.limit(lineEnd(bytes));
            heard(bytes);
        }
    }

    /** Behind the next line feed, or behind all bytes if there is none. */
    private static int lineEnd(ByteBuffer bytes) {
        int at = bytes.position();
        while (at < bytes.limit() && bytes.get(at++) != '\n') {}
        return at;
    }

    /** See {@link Following#heard}. */
    public void heard(ByteBuffer bytes) {
        if (tells && bytes.hasRemaining()) {
            tell(one -> one.heard(bytes.asReadOnlyBuffer()));
        }
    }

    /** See {@link Following#said}. */
    public void said(ByteBuffer bytes) {
        if (tells) {
            tell(one -> one.said(bytes.asReadOnlyBuffer()));
        }
    }

    /** See {@link Following#secured}. */
    public void secured(TlsSession session) {
        tell(one -> one.secured(session));
    }

    /** See {@link Following#handshakeFailed}. */
    public void handshakeFailed(String why) {
        tell(one -> one.handshakeFailed(why));
    }

    /** See {@link Following#fired}. */
    public void fired(Script script) {
        tell(one -> one.fired(script));
    }

    /** See {@link Following#ended}. */
    public void ended() {
        tell(Following::ended);
    }

    /** See {@link Following#closed}. */
    public void closed() {
        if (following != Following.NOTHING) {
            tells = true; // even if it failed before: whoever waits for the end must not do so for ever
            tell(Following::closed);
            tells = false;
        }
    }

    private void tell(Consumer<Following> what) {
        if (!tells) {
            return;
        }
        try {
            what.accept(following);
        } catch (RuntimeException | Error e) {
            tells = false;
            failed(e);
        }
    }

    private static void failed(Throwable why) {
        Diagnostics.failed("An onlooker fails, and hears no more of this connection", why);
    }
}
