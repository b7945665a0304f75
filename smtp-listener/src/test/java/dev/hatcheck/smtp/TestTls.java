package dev.hatcheck.smtp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for mail.example that signs itself, good for a hundred years of tests. */
final class TestTls {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private static final SSLContext CONTEXT = load();

    private TestTls() {}

    /** Presents the certificate, and trusts nothing else. */
    static SSLContext context() {
        return CONTEXT;
    }

    private static SSLContext load() {
        try (var file = TestTls.class.getResourceAsStream("gate.p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
