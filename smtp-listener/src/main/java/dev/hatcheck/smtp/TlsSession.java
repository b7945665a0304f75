package dev.hatcheck.smtp;

import dev.hatcheck.policies.Esa;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSession;

/**
 * How a session is secured: its protocol, and its cipher suite as OpenSSL calls it.
 *
 * @param protocol {@code TLSv1.2} or {@code TLSv1.3}
 * @param cipher OpenSSL's name of the cipher suite, as in {@code ECDHE-RSA-AES256-GCM-SHA384}
 * @param serverName the name by which the client asked for us, if it gave one; it has no effect here
 */
@Esa({"CRIBL", "T118500"})
public record TlsSession(String protocol, String cipher, Optional<String> serverName) {
    /** A session for which the client asked by no name. */
    public TlsSession(String protocol, String cipher) {
        this(protocol, cipher, Optional.empty());
    }

    /** What a handshake came to. */
    public static TlsSession of(SSLSession session) {
        return new TlsSession(session.getProtocol(), OpenSslNames.of(session.getCipherSuite()), requestedName(session));
    }

    private static Optional<String> requestedName(SSLSession session) {
        try {
            return session instanceof ExtendedSSLSession extended
                    ? extended.getRequestedServerNames().stream()
                            .filter(SNIHostName.class::isInstance)
                            .map(name -> ((SNIHostName) name).getAsciiName())
                            .findFirst()
                    : Optional.empty();
        } catch (UnsupportedOperationException otherProvider) {
            return Optional.empty(); // not every provider of TLS can say
        }
    }
}
