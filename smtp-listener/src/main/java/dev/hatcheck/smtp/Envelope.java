package dev.hatcheck.smtp;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.Mid;
import java.util.List;
import java.util.Optional;

/**
 * A message's envelope.
 *
 * @param mid the message
 * @param icid the connection it came in by
 * @param peer who connected
 * @param admission what the HAT said about it
 * @param tls how the session was secured, if it was
 * @param helo the name that the client gave for itself
 * @param login the name by which it logged in, as a trusted peer says by XCLIENT; nobody here checks it
 * @param sender the path of MAIL, in angle brackets; {@code <>} for a bounce
 * @param recipients the paths of RCPT that were accepted, in angle brackets, in order
 */
public record Envelope(
        Mid mid,
        Icid icid,
        Peer peer,
        Admission admission,
        Optional<TlsSession> tls,
        String helo,
        Optional<String> login,
        String sender,
        List<String> recipients) {
    public Envelope {
        recipients = List.copyOf(recipients);
    }

    /** The sender without brackets; empty for a bounce. */
    public String senderAddress() {
        return withoutBrackets(sender);
    }

    /** The recipients without brackets, in order. */
    public List<String> recipientAddresses() {
        return recipients.stream().map(Envelope::withoutBrackets).toList();
    }

    private static String withoutBrackets(String path) {
        return path.substring(path.indexOf('<') + 1, path.lastIndexOf('>'));
    }
}
