package dev.hatcheck.cli.probe;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate of any shape, such as a laboratory does not make, with the key to it. */
record Made(X500Principal name, KeyPair key, X509Certificate certificate) {
    static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    /** An authority that signs itself. */
    static Made root(String name) throws Exception {
        return root(name, newKey());
    }

    static Made root(String name, KeyPair key) throws Exception {
        var subject = new X500Principal(name);
        return made(subject, key, subject, key, true, Optional.empty(), KeyPurposeId.id_kp_serverAuth);
    }

    /** An authority below this one. */
    Made authority(String subject) throws Exception {
        return signed(subject, true, Optional.empty());
    }

    /** A server, mail.example, whatever its subject is. */
    Made server(String subject) throws Exception {
        return signed(subject, false, Optional.empty());
    }

    /** The same, which says who has signed the certificate of its signer. */
    Made serverNaming(String signersSigner) throws Exception {
        return signed("CN=server", false, Optional.of(signersSigner));
    }

    /** What is no server. */
    Made mailbox() throws Exception {
        return made(
                new X500Principal("CN=mailbox"),
                newKey(),
                name,
                key,
                false,
                Optional.empty(),
                KeyPurposeId.id_kp_emailProtection);
    }

    private Made signed(String subject, boolean isAuthority, Optional<String> signersSigner) throws Exception {
        return made(
                new X500Principal(subject),
                newKey(),
                name,
                key,
                isAuthority,
                signersSigner,
                KeyPurposeId.id_kp_serverAuth);
    }

    private static Made made(
            X500Principal subject,
            KeyPair key,
            X500Principal issuer,
            KeyPair issuerKey,
            boolean isAuthority,
            Optional<String> signersSigner,
            KeyPurposeId purpose)
            throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.ONE,
                Date.from(NOW.minus(Duration.ofDays(1))),
                Date.from(NOW.plus(Duration.ofDays(10))),
                subject,
                key.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        if (!isAuthority) {
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "mail.example")));
        }
        if (signersSigner.isPresent()) {
            var names = new GeneralNames(new GeneralName(new X500Name(signersSigner.get())));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(names, BigInteger.TWO));
        }
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey.getPrivate());
        return new Made(subject, key, new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
    }

    static KeyPair newKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }
}
