package dev.hatcheck.smtp.conversation;

/** What a conversation is about at the moment. */
enum Phase {
    /** Waits for who the client is. */
    ASKING(false, false),
    /** Reads commands. */
    COMMANDS(true, true),
    /** Waits for a handshake. */
    SECURING(false, false),
    /** Reads a message. */
    DATA(true, true),
    /** Waits for a message to be kept. */
    COMMITTING(false, true),
    /** Refuses line by line, unread, what a client sends after its header was too big. */
    DEAF(true, true),
    /** Has given way to another client. */
    REPLACED(false, false),
    /** Has nothing more to say. */
    OVER(false, false);

    private final boolean listens;
    private final boolean timed;

    Phase(boolean listens, boolean timed) {
        this.listens = listens;
        this.timed = timed;
    }

    /** Whether what the client sends is taken. */
    boolean listens() {
        return listens;
    }

    /** Whether the time of the session runs; otherwise whoever is waited for has a time of its own. */
    boolean isTimed() {
        return timed;
    }
}
