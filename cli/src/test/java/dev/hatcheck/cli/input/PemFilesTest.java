package dev.hatcheck.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatcheck.fixtures.tls.Credentials;
import dev.hatcheck.fixtures.tls.TlsLab;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemFilesTest {
    private final Credentials made = new TlsLab().valid("mail.example");
    private final Findings findings = new Findings();

    @TempDir
    private Path folder;

    @Test
    void aKeyInPkcs8IsRead() throws Exception {
        assertThat(read(made.chainPem(), made.keyPem())).contains(made);
    }

    @Test
    void aKeyAsOpensslUsedToWriteItIsRead() throws Exception {
        String key = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + traditional();
        assertThat(read(made.chainPem(), key)).isPresent();
    }

    @Test
    void certificateAndKeyMayShareAFile() throws Exception {
        Path both = Files.writeString(folder.resolve("both.pem"), made.keyPem() + made.chainPem());
        assertThat(PemFiles.read(both, both, findings)).contains(made);
    }

    @Test
    void theChainIsPutInOrder() throws Exception {
        var strange = new TlsLab().valid("strange.example");
        String shuffled =
                strange.chainPem() + new Credentials(made.key(), made.chain().reversed()).chainPem();
        assertThat(read(shuffled, made.keyPem())).map(Credentials::chain).contains(made.chain());
    }

    @Test
    void aKeyOfAnotherCertificateIsOfNoUse() throws Exception {
        var other = new TlsLab().valid("mail.example");
        assertThat(read(made.chainPem(), other.keyPem())).isEmpty();
        assertFinding("key.pem: this is not the key of a certificate in ");
    }

    @Test
    void anEncryptedKeyIsOfNoUse() throws Exception {
        var locked = new StringWriter();
        try (var writer = new JcaPEMWriter(locked)) {
            writer.writeObject(
                    new KeyPair(made.chain().getFirst().getPublicKey(), made.key()),
                    new JcePEMEncryptorBuilder("AES-128-CBC")
                            .setProvider(new BouncyCastleProvider())
                            .setSecureRandom(new SecureRandom())
                            .build("secret".toCharArray()));
        }
        assertThat(read(made.chainPem(), locked.toString())).isEmpty();
        assertFinding("key.pem: the key is encrypted");
    }

    @Test
    void filesWithoutPemAreOfNoUse() throws Exception {
        assertThat(read("no certificate", "no key")).isEmpty();
        assertFinding("cert.pem: expected a certificate in PEM");
    }

    @Test
    void brokenPemIsOfNoUse() throws Exception {
        assertThat(read(broken("CERTIFICATE"), broken("PRIVATE KEY"))).isEmpty();
        assertFinding("key.pem: this is no key in PEM");
    }

    @Test
    void aFileThatIsNotThereCannotBeRead() {
        assertThat(PemFiles.read(folder.resolve("no"), folder.resolve("no"), findings))
                .isEmpty();
        assertFinding("there is no such file");
    }

    private Optional<Credentials> read(String certificate, String key) throws Exception {
        return PemFiles.read(
                Files.writeString(folder.resolve("cert.pem"), certificate),
                Files.writeString(folder.resolve("key.pem"), key),
                findings);
    }

    private String traditional() throws Exception {
        var secret = ((java.security.interfaces.ECPrivateKey) made.key()).getS();
        byte[] sec1 = new ECPrivateKey(256, secret, X9ObjectIdentifiers.prime256v1).getEncoded();
        var pem = new StringWriter();
        try (var writer = new PemWriter(pem)) {
            writer.writeObject(new PemObject("EC PRIVATE KEY", sec1));
        }
        return pem.toString();
    }

    private static String broken(String label) {
        return "-----BEGIN " + label + "-----\nAAAA\n-----END " + label + "-----\n";
    }

    private void assertFinding(String part) {
        assertThatThrownBy(() -> findings.check(new Diagnostics(new PrintWriter(new StringWriter()))))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(part);
    }
}
