package dev.hatcheck.cli.probe;

import dev.hatcheck.engine.maillog.LogText;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** What is told of certificates: a stranger wrote them, so no text of theirs can act on a terminal. */
final class Described {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private Described() {}

    /** Whom a certificate is for, in few words. */
    static String subject(X509Certificate certificate) {
        return shortly(certificate.getSubjectX500Principal());
    }

    /** Who has signed it, in few words. */
    static String issuer(X509Certificate certificate) {
        return shortly(certificate.getIssuerX500Principal());
    }

    /** The common name, or all of it if there is none. */
    static String shortly(X500Principal name) {
        return attribute(name, "CN").orElseGet(() -> LogText.escapeText(name.toString()));
    }

    /** The first value of an attribute of a distinguished name. */
    static Optional<String> attribute(X500Principal name, String type) {
        try {
            return new LdapName(name.getName())
                    .getRdns().reversed().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                            .map(Rdn::getValue)
                            .filter(String.class::isInstance)
                            .map(value -> LogText.escapeText((String) value))
                            .findFirst();
        } catch (InvalidNameException strange) {
            return Optional.empty();
        }
    }

    /** The host names that it is good for, as they stand there. */
    static List<String> hostNames(X509Certificate certificate) {
        return alternativeNames(certificate, DNS_NAME);
    }

    /** The addresses that it is good for. */
    static List<String> addresses(X509Certificate certificate) {
        return alternativeNames(certificate, IP_ADDRESS);
    }

    private static List<String> alternativeNames(X509Certificate certificate, int kind) {
        try {
            return Optional.<Collection<List<?>>>ofNullable(certificate.getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(name -> name.getFirst().equals(kind))
                    .map(name -> LogText.escapeText(String.valueOf(name.get(1))))
                    .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /** Its key, as in {@code EC 256}. */
    static String key(X509Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        return switch (key) {
            case RSAKey rsa -> "RSA " + rsa.getModulus().bitLength();
            case ECKey ec -> "EC " + ec.getParams().getCurve().getField().getFieldSize();
            default -> LogText.escapeText(key.getAlgorithm());
        };
    }

    /** By what it is known without doubt. */
    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
