package dev.hatcheck.smtp.conversation;

import dev.hatcheck.smtp.TlsSession;
import java.util.Optional;

/**
 * What there is already when a conversation begins.
 *
 * @param client who the client is said to be
 * @param introducer who is at the other end of the socket, if it may say by XCLIENT that somebody else is the client
 * @param greets whether the client is greeted; if not, what it has said waits to be answered
 * @param helo the name that the client has given itself
 * @param tls how the connection is secured
 */
public record Opening(
        Identity client,
        Optional<Identity> introducer,
        boolean greets,
        Optional<String> helo,
        Optional<TlsSession> tls) {
    /** A client that has just connected. */
    public static Opening of(Identity client) {
        return new Opening(client, Optional.empty(), true, client.helo(), Optional.empty());
    }

    /** A client that XCLIENT has introduced. */
    static Opening introduced(Identity client, Identity introducer) {
        return new Opening(client, Optional.of(introducer), true, client.helo(), Optional.empty());
    }

    /** A peer that could have introduced somebody, and speaks for itself. */
    static Opening ofIntroducer(Identity introducer) {
        return new Opening(introducer, Optional.of(introducer), false, Optional.empty(), Optional.empty());
    }

    Opening withHelo(String name) {
        return new Opening(client, introducer, greets, Optional.of(name), tls);
    }

    Opening withTls(TlsSession session) {
        return new Opening(client, introducer, greets, helo, Optional.of(session));
    }
}
