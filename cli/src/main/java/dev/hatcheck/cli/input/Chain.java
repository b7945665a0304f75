package dev.hatcheck.cli.input;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts certificates in the order in which a server shows them: its own, then each with the one that signed it. */
public final class Chain {
    private static final byte[] SAMPLE = {1, 2, 3};

    private Chain() {}

    /** The chain that begins with the certificate of a key; empty if none of them is. */
    static List<X509Certificate> of(PrivateKey key, List<X509Certificate> certificates) {
        var chain = new ArrayList<X509Certificate>();
        Optional<X509Certificate> next = certificates.stream()
                .filter(certificate -> belongTogether(key, certificate.getPublicKey()))
                .findFirst();
        while (next.isPresent()) {
            X509Certificate last = next.get();
            chain.add(last);
            next = certificates.stream()
                    .filter(other -> !chain.contains(other) && isSignedBy(last, other))
                    .findFirst();
        }
        return chain;
    }

    /** Whether a certificate names this signer and was signed by its key. */
    public static boolean isSignedBy(X509Certificate certificate, X509Certificate signer) {
        if (!certificate.getIssuerX500Principal().equals(signer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(signer.getPublicKey());
            return true;
        } catch (GeneralSecurityException no) {
            return false;
        }
    }

    /** What one key signs, the other verifies: true of all kinds of keys, whatever their numbers look like. */
    private static boolean belongTogether(PrivateKey key, PublicKey publicKey) {
        try {
            var signature = Signature.getInstance(algorithm(key));
            signature.initSign(key);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException otherKind) {
            return false;
        }
    }

    private static String algorithm(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC", "ECDSA" -> "SHA256withECDSA";
            default -> key.getAlgorithm(); // EdDSA and its like sign by their own name
        };
    }
}
