package dev.hatcheck.smtp;

import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.smtp.script.Script;
import java.nio.ByteBuffer;

/**
 * Follows one connection, and hears of all of it in the order in which it happens.
 *
 * <p>Called on the thread that serves the connection; must return at once. One that throws hears no more of this
 * connection but that it is {@link #closed}. Buffers are read-only, and good until the method returns.
 */
public interface Following {
    /** Does not follow. */
    Following NOTHING = new Following() {};

    /** An event of the connection, or of a message that came by it; the sink for all events has heard it already. */
    default void tell(MailEvent event) {}

    /**
     * Bytes of the client that are about to be answered, the content of messages included: in clear also under TLS,
     * without a PROXY header, and at most a line at a time. What a client says behind STARTTLS or its last command is
     * not heard.
     */
    default void heard(ByteBuffer bytes) {}

    /** Bytes that the client is answered, in clear also under TLS; whether it reads them is another matter. */
    default void said(ByteBuffer bytes) {}

    /** A handshake succeeded; {@link MailEvent.TlsSucceeded} follows. */
    default void secured(TlsSession session) {}

    /** A handshake failed, or never ended; {@link MailEvent.TlsFailed} follows. The text says why, for people. */
    default void handshakeFailed(String why) {}

    /** A script acts; what becomes of it follows. The mail log has no word of it. */
    default void fired(Script script) {}

    /**
     * Nothing more is said or heard: the last reply is on its way, and the client has a few seconds to read it and to
     * close its end. Only {@link #closed} follows, which may also come without this.
     */
    default void ended() {}

    /** The connection is closed. This is the end: nothing follows. */
    default void closed() {}
}
