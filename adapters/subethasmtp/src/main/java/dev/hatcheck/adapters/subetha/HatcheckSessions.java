package dev.hatcheck.adapters.subetha;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.Envelope;
import dev.hatcheck.smtp.Followed;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.WholeMessageSink;
import dev.hatcheck.smtp.conversation.Conversation;
import dev.hatcheck.smtp.conversation.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * Speaks with the clients of a SubEthaSMTP server as the listener would.
 *
 * <p>{@code SMTPServer.port(25).sessionHandler(new HatcheckSessions(options)).build()} is all. The server accepts,
 * reads a PROXY header if it is told to, and lends a thread to each session; nothing of its own dialogue is ever heard.
 * Ports and trusted peers of the options mean nothing here, and deadlines go by read time-outs, so by the machine's
 * clock. Safe for threads.
 */
public final class HatcheckSessions implements SessionHandler {
    /** Is written to a socket that is closed by then. */
    private static final SessionAcceptance ALL_IS_SAID = SessionAcceptance.failure(421, "closed");

    private final ListenerOptions options;
    private final Surroundings surroundings;

    /** Sessions that share limits and numbers. */
    public HatcheckSessions(ListenerOptions options) {
        this.options = options;
        this.surroundings = Surroundings.of(options);
    }

    /**
     * Sessions that deliver as the server would have done: what {@code simpleMessageListener(listener)} was, {@code
     * sessionHandler(deliveringTo(listener, options))} becomes.
     *
     * <p>Who may be a recipient is said by the Recipient Access Table, at RCPT; the listener is asked when the message
     * is whole, and a recipient that it does not accept then gets nothing. The client hears 250 when the listener has
     * returned for all recipients, and 451 if it throws. A message is kept in memory until then.
     */
    public static HatcheckSessions deliveringTo(SimpleMessageListener listener, ListenerOptions options) {
        WholeMessageSink sink = (envelope, content) -> deliver(listener, envelope, content);
        return new HatcheckSessions(options.withSink(sink));
    }

    private static void deliver(SimpleMessageListener listener, Envelope envelope, byte[] content) throws IOException {
        String sender = envelope.senderAddress();
        for (String recipient : envelope.recipientAddresses()) {
            if (listener.accept(sender, recipient)) {
                listener.deliver(sender, recipient, new ByteArrayInputStream(content));
            }
        }
    }

    @Override
    public SessionAcceptance accept(Session session) {
        Socket socket = session.getSocket();
        var followed =
                Followed.of(options.onlooker(), (InetSocketAddress) socket.getLocalSocketAddress(), (InetSocketAddress)
                        socket.getRemoteSocketAddress());
        var conversation = new Conversation(
                options.engine(),
                surroundings.withEvents(followed.behind(options.events())),
                socket.getLocalAddress().getHostAddress(),
                IpAddress.of(session.getRemoteAddress().getAddress().getAddress()),
                options.ticker().nanos());
        try (var wire = new SessionWire(session, options)) {
            new BlockingDriver(conversation, wire, options, followed).run();
        } finally {
            followed.closed();
        }
        return ALL_IS_SAID;
    }

    @Override
    public void onSessionEnd(Session session) {}
}
