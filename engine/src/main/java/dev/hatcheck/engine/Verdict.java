package dev.hatcheck.engine;

import dev.hatcheck.engine.session.Reply;

/** What to do with a connection or a command. */
public sealed interface Verdict {
    /** Go ahead. */
    Verdict OBEY = new Obey();

    /** Go ahead. */
    record Obey() implements Verdict {}

    /** Say no, and go on listening. */
    record Refuse(Reply reply) implements Verdict {}

    /** Say no, and hang up. */
    record Disconnect(Reply reply, Because because) implements Verdict {}

    /** Hang up below SMTP, without a word. */
    record TcpRefuse() implements Verdict {}

    /** What the mail log says of a disconnection besides that it happened. */
    enum Because {
        /** Nothing more. */
        ITS_POLICY_REJECTS,
        /** Too many connections. */
        CONNECTION_LIMIT,
        /** Too many messages. */
        TOO_MANY_MESSAGES
    }
}
