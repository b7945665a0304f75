package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.Chain;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Who is trusted.
 *
 * @param roots the authorities, by certificates that sign themselves
 * @param known certificates of authorities below them, which prove nothing here, but say what a server should show
 * @param arePublic whether these are the authorities that everybody trusts
 */
public record Anchors(List<X509Certificate> roots, List<X509Certificate> known, boolean arePublic) {
    public Anchors {
        roots = List.copyOf(roots);
        known = List.copyOf(known);
    }

    /** The authorities that Java trusts, which are much the same as those of browsers and mail servers. */
    public static Anchors ofJava() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            List<X509Certificate> roots = Stream.of(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
                    .toList();
            return new Anchors(roots, List.of(), true);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java has no authorities that it trusts", broken);
        }
    }

    /** These authorities alone; of a mixture, the ones that sign themselves are trusted. */
    public static Anchors of(List<X509Certificate> certificates) {
        return new Anchors(
                certificates.stream().filter(it -> Chain.isSignedBy(it, it)).toList(),
                certificates.stream().filter(it -> !Chain.isSignedBy(it, it)).toList(),
                false);
    }

    /** The root that a certificate is, or that has signed it. */
    Optional<X509Certificate> rootOf(X509Certificate certificate) {
        return roots.contains(certificate) ? Optional.of(certificate) : signer(certificate, roots);
    }

    /** The known certificate by which another was signed. */
    Optional<X509Certificate> knownSigner(X509Certificate certificate) {
        return signer(certificate, known);
    }

    private static Optional<X509Certificate> signer(X509Certificate certificate, List<X509Certificate> among) {
        return among.stream()
                .filter(candidate -> Chain.isSignedBy(certificate, candidate))
                .findFirst();
    }
}
