package dev.hatcheck.bench.server;

import dev.hatcheck.fixtures.tls.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key with its certificates as a file, which costs less to read than text does. */
public final class KeyStores {
    private static final char[] PASSWORD = "bench".toCharArray();

    private KeyStores() {}

    static Path write(Path file, Credentials credentials) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            store.setKeyEntry(
                    "server", credentials.key(), PASSWORD, credentials.chain().toArray(X509Certificate[]::new));
            store.store(out, PASSWORD);
            return file;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java cannot keep keys", broken);
        }
    }

    /** A TLS context of a server that shows the certificate of a file. */
    public static SSLContext serverContext(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java cannot do TLS", broken);
        }
    }
}
