package dev.hatcheck.cli.input;

import dev.hatcheck.fixtures.tls.Credentials;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/** Reads a certificate with its chain, and the key to it, as OpenSSL and certification authorities write them. */
public final class PemFiles {
    private final Findings findings;

    private PemFiles(Findings findings) {
        this.findings = findings;
    }

    /** What two files hold, which may be the same; nothing if that is of no use, and then the findings say why. */
    public static Optional<Credentials> read(Path certificateFile, Path keyFile, Findings findings) {
        var files = new PemFiles(findings);
        List<X509Certificate> certificates = files.certificates(certificateFile);
        Optional<PrivateKey> key = files.key(keyFile);
        if (certificates.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        List<X509Certificate> chain = Chain.of(key.get(), certificates);
        if (chain.isEmpty()) {
            findings.error(keyFile + ": this is not the key of a certificate in " + certificateFile);
            return Optional.empty();
        }
        return Optional.of(new Credentials(key.get(), chain));
    }

    /** The certificates of a file; none if that is of no use, and then the findings say why. */
    public static List<X509Certificate> certificates(Path file, Findings findings) {
        return new PemFiles(findings).certificates(file);
    }

    private List<X509Certificate> certificates(Path file) {
        var certificates = new ArrayList<X509Certificate>();
        try {
            for (Object object : objects(file)) {
                if (object instanceof X509CertificateHolder holder) {
                    certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
            if (certificates.isEmpty()) {
                findings.error(
                        file + ": expected a certificate in PEM (-----BEGIN CERTIFICATE-----), and there is none");
            }
            return certificates;
        } catch (PEMException | GeneralSecurityException bad) {
            findings.error(file + ": this is no certificate in PEM: " + bad.getMessage());
        } catch (IOException unreadable) {
            findings.unavailable(Findings.because(file, unreadable));
        }
        return List.of();
    }

    private Optional<PrivateKey> key(Path file) {
        try {
            for (Object object : objects(file)) {
                if (object instanceof PEMKeyPair pair) {
                    return Optional.of(converter().getPrivateKey(pair.getPrivateKeyInfo()));
                }
                if (object instanceof PrivateKeyInfo info) {
                    return Optional.of(converter().getPrivateKey(info));
                }
                if (object instanceof PEMEncryptedKeyPair || object instanceof PKCS8EncryptedPrivateKeyInfo) {
                    findings.error(file + ": the key is encrypted, and nobody is here to be asked for the password;"
                            + " write it in clear with `openssl pkey -in FILE -out FILE`");
                    return Optional.empty();
                }
            }
            findings.error(file + ": expected a private key in PEM (-----BEGIN PRIVATE KEY-----), and there is none");
        } catch (PEMException bad) {
            findings.error(file + ": this is no key in PEM: " + bad.getMessage());
        } catch (IOException unreadable) {
            findings.unavailable(Findings.because(file, unreadable));
        }
        return Optional.empty();
    }

    private static JcaPEMKeyConverter converter() {
        return new JcaPEMKeyConverter();
    }

    /** Everything that a file holds, certificates and keys in any mixture. */
    private static List<Object> objects(Path file) throws IOException {
        // What stands outside the marks may be in any charset.
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        var objects = new ArrayList<>();
        try (var parser = new PEMParser(new StringReader(text))) {
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
                objects.add(next);
            }
            return objects;
        } catch (PEMException bad) {
            throw bad;
        } catch (IOException | RuntimeException bad) { // what is broken inside makes the parser throw all sorts
            throw new PEMException(String.valueOf(bad.getMessage()), bad);
        }
    }
}
