package dev.hatcheck.cli.serve;

import dev.hatcheck.fixtures.tls.Credentials;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * The certificate that a server shows, which may be replaced while it runs.
 *
 * <p>A handshake asks for the certificate and for its key in two questions. Each certificate keeps the alias it is
 * asked for by, so that a handshake never gets the one of before with the key of after. Safe for threads.
 */
final class CurrentCertificate extends X509ExtendedKeyManager {
    private final Map<String, Credentials> byAlias = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile String alias = "";

    CurrentCertificate(Credentials credentials) {
        replace(credentials);
    }

    /** New handshakes show this from now on. */
    void replace(Credentials credentials) {
        String next = "certificate-" + count.incrementAndGet();
        byAlias.put(next, credentials);
        byAlias.keySet().removeIf(old -> !old.equals(next) && !old.equals(alias));
        alias = next;
    }

    /** A TLS context of a server that shows it. */
    SSLContext serverContext() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {this}, null, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java cannot do TLS", broken);
        }
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        String current = alias;
        return byAlias.get(current).key().getAlgorithm().equals(keyType) ? current : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String asked) {
        return byAlias.get(asked).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String asked) {
        return byAlias.get(asked).key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[] {alias};
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null; // a server is nobody's client
    }
}
