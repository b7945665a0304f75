package dev.hatcheck.smtp;

import dev.hatcheck.policies.Esa;
import javax.net.ssl.SSLSession;

/**
 * How a session is secured: its protocol, and its cipher suite as OpenSSL calls it.
 *
 * @param protocol {@code TLSv1.2} or {@code TLSv1.3}
 * @param cipher OpenSSL's name of the cipher suite, as in {@code ECDHE-RSA-AES256-GCM-SHA384}
 */
@Esa({"CRIBL", "T118500"})
public record TlsSession(String protocol, String cipher) {
    /** What a handshake came to. */
    public static TlsSession of(SSLSession session) {
        return new TlsSession(session.getProtocol(), OpenSslNames.of(session.getCipherSuite()));
    }
}
