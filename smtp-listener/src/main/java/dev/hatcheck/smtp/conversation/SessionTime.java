package dev.hatcheck.smtp.conversation;

import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;

/** How long a session may last: a bound for a first message on public listeners, and one for everything. */
final class SessionTime {
    /** How much of the whole time may have passed for a client to begin another message. */
    @Esa("UG100-5a")
    private static final double SHARE_FOR_MESSAGES = 0.8;

    private final long firstMessageBy;
    private final long nextMessageBy;
    private final long endBy;
    private final boolean wantsMessage;
    private long now;

    SessionTime(ListenerSettings settings, long start) {
        long whole = settings.value(ListenerParameters.GLOBAL_INBOUND_CONNECTION_TIMEOUT)
                .toNanos();
        this.firstMessageBy = start
                + settings.value(ListenerParameters.GLOBAL_INBOUND_CONVERSATION_TIMEOUT)
                        .toNanos();
        this.nextMessageBy = start + (long) (whole * SHARE_FOR_MESSAGES);
        this.endBy = start + whole;
        this.wantsMessage = settings.type() == ListenerType.PUBLIC;
        this.now = start;
    }

    /** It is now this late. */
    void elapsed(long reading) {
        now = reading;
    }

    /** The moment that was heard of last. */
    long now() {
        return now;
    }

    /** Whether a client that has had no message accepted has had its time. */
    boolean isOverForFirstMessage() {
        return wantsMessage && now - firstMessageBy >= 0;
    }

    /** Whether the connection has had its time; between messages that is a little earlier. */
    boolean isOver(boolean betweenMessages) {
        return now - (betweenMessages ? nextMessageBy : endBy) >= 0;
    }

    /** A moment that no session lives to see, at a distance that can be reckoned with. */
    long farAhead() {
        return now + Long.MAX_VALUE / 4;
    }

    /** The next moment at which one of these is true. */
    long deadline(boolean noMessageYet, boolean betweenMessages) {
        long end = betweenMessages ? nextMessageBy : endBy;
        return noMessageYet && wantsMessage && firstMessageBy - end < 0 ? firstMessageBy : end;
    }
}
