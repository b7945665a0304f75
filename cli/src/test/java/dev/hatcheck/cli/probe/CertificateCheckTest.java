package dev.hatcheck.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.cli.input.PeerName;
import dev.hatcheck.fixtures.tls.TlsLab;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdict on what a server shows: certificates, who is trusted, a name and a moment, and nothing else. */
class CertificateCheckTest {
    private static final Instant NOW = Made.NOW;
    private static final TlsLab LAB = TlsLab.at(NOW);
    private static final Anchors TRUSTED = Anchors.of(List.of(LAB.root()));
    private static final PeerName MAIL = PeerName.read("mail.example").orElseThrow();

    private static Examination check(List<X509Certificate> shown, Anchors anchors) {
        return new Examination(CertificateCheck.steps(shown, anchors, MAIL, NOW), shown);
    }

    static Stream<Arguments> certificatesOfTheLaboratory() {
        return Stream.of(
                Arguments.of("valid", LAB.valid().chain(), Verdict.PASS),
                Arguments.of("expired", LAB.expired().chain(), Verdict.EXPIRED),
                Arguments.of("not yet valid", LAB.notYetValid().chain(), Verdict.EXPIRED),
                Arguments.of("wrong name", LAB.wrongName().chain(), Verdict.NAME_MISMATCH),
                Arguments.of("self-signed", LAB.selfSigned().chain(), Verdict.SELF_SIGNED),
                Arguments.of("demo certificate", LAB.demoCertificate().chain(), Verdict.SELF_SIGNED),
                Arguments.of("unknown authority", LAB.unknownCa().chain(), Verdict.UNTRUSTED_ROOT),
                Arguments.of("missing intermediate", LAB.missingIntermediate().chain(), Verdict.MISSING_INTERMEDIATE),
                Arguments.of("weak key", LAB.weakKey().chain(), Verdict.HANDSHAKE),
                Arguments.of("weak signature", LAB.weakSignature().chain(), Verdict.HANDSHAKE));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("certificatesOfTheLaboratory")
    void eachCertificateOfTheLaboratoryHasItsVerdict(String which, List<X509Certificate> shown, Verdict verdict) {
        assertThat(check(shown, TRUSTED).verdict()).isEqualTo(verdict);
    }

    @Test
    void nobodyIsKnownWithoutHisRoot() {
        assertThat(check(LAB.valid().chain(), Anchors.ofJava()).verdict()).isEqualTo(Verdict.UNTRUSTED_ROOT);
    }

    @Test
    void everyStepIsJudgedWhateverTheOthersSay() {
        List<X509Certificate> shown =
                TlsLab.at(NOW.minus(Duration.ofDays(1000))).wrongName().chain();
        assertThat(check(shown, Anchors.ofJava()).steps())
                .extracting(Step::verdict)
                .containsExactly(Verdict.UNTRUSTED_ROOT, Verdict.NAME_MISMATCH, Verdict.EXPIRED);
    }

    // ---- the order in which a server shows them, and what it shows besides

    @Test
    void theOrderBehindTheFirstDoesNotMatter() throws Exception {
        Made root = Made.root("CN=root");
        Made upper = root.authority("CN=upper");
        Made lower = upper.authority("CN=lower");
        Made server = lower.server("CN=server");
        Made stranger = Made.root("CN=stranger");
        for (List<Made> shown : List.of(
                List.of(server, lower, upper),
                List.of(server, upper, lower),
                List.of(server, root, stranger, upper, lower, server))) {
            Step chain = chain(shown, List.of(root), false);
            assertThat(chain.verdict()).isEqualTo(Verdict.PASS);
            assertThat(chain.detail())
                    .isEqualTo("server, signed by lower, signed by upper, signed by root, which is trusted");
        }
    }

    @Test
    void certificatesThatAllSignEachOtherAreLookedAtOnce() throws Exception {
        var key = Made.newKey();
        var shown = new ArrayList<Made>();
        for (int i = 0; i < 10; i++) {
            shown.add(Made.root("CN=same", key));
        }
        assertThat(chain(shown, List.of(Made.root("CN=other")), false).verdict())
                .isEqualTo(Verdict.SELF_SIGNED);
    }

    @Test
    void whoIsTrustedHimselfNeedsNobody() throws Exception {
        Made self = Made.root("CN=self");
        assertThat(chain(List.of(self), List.of(self), false).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whoIsNoAuthoritySignsNobody() throws Exception {
        Made root = Made.root("CN=root");
        Made server = root.server("CN=server");
        Step chain = chain(List.of(server.server("CN=other"), server), List.of(root), false);
        assertThat(chain.verdict()).isEqualTo(Verdict.UNTRUSTED_ROOT);
        assertThat(chain.detail())
                .isEqualTo("the chain ends in a trusted root, but server is no authority (CA:FALSE) and may not sign"
                        + " other");
        assertThat(chain.mend()).startsWith("have the certificate signed by an authority that may sign it");
    }

    @Test
    void aCertificateForMailboxesIsNotOneForServers() throws Exception {
        Made root = Made.root("CN=root");
        assertThat(chain(List.of(root.mailbox()), List.of(root), false))
                .isEqualTo(new Step(
                        Stage.CHAIN,
                        Verdict.UNTRUSTED_ROOT,
                        "mailbox is not a certificate for servers",
                        "get a certificate that may be used for servers (extended key usage serverAuth)"));
    }

    @Test
    void weaknessIsMendedByStrongerKeysAndSignatures() {
        assertThat(check(LAB.weakKey().chain(), TRUSTED).mend())
                .isEqualTo("get certificates signed by SHA-256 or better, with keys of EC, or of RSA with 2048 bits or"
                        + " more");
    }

    @Test
    void whatIsOverIsRenewedAndWhatIsToComeIsAwaited() {
        assertThat(check(LAB.expired().chain(), TRUSTED).mend()).startsWith("renew the certificate");
        assertThat(check(LAB.notYetValid().chain(), TRUSTED).mend()).startsWith("wait until the certificate is valid");
    }

    @Test
    void anExpiredIntermediateIsExpiredToo() throws Exception {
        var later = NOW.plus(Duration.ofDays(5000));
        assertThat(CertificateCheck.steps(LAB.valid().chain(), TRUSTED, MAIL, later))
                .extracting(Step::verdict)
                .containsExactly(Verdict.PASS, Verdict.PASS, Verdict.EXPIRED);
    }

    // ---- somebody has signed whose certificate is not there

    private static Step chain(List<Made> shown, List<Made> trusted, boolean arePublic) {
        Anchors file = Anchors.of(trusted.stream().map(Made::certificate).toList());
        return CertificateCheck.steps(
                        shown.stream().map(Made::certificate).toList(),
                        new Anchors(file.roots(), file.known(), arePublic),
                        MAIL,
                        NOW)
                .getFirst();
    }

    static Stream<Arguments> unseenIssuers() throws Exception {
        Made root = Made.root("CN=Trust,O=Trust Ltd");
        Made intermediate = root.authority("CN=Issuing,O=Trust Ltd");
        Made bare = root.authority("CN=Issuing CA");
        Made strange = Made.root("CN=Strange CA");
        Made namesake = Made.root("CN=Trust,O=Trust Ltd");
        Made mine = Made.root("CN=My Root CA");
        return Stream.of(
                unseen("the file has it", bare.server("CN=server"), List.of(root, bare), Verdict.MISSING_INTERMEDIATE),
                unseen(
                        "it is of a trusted organisation",
                        intermediate.server("CN=server"),
                        List.of(root),
                        Verdict.MISSING_INTERMEDIATE),
                unseen("nothing is known of it", bare.server("CN=server"), List.of(root), Verdict.MISSING_INTERMEDIATE),
                unseen(
                        "it has the name of a root",
                        namesake.server("CN=server"),
                        List.of(root),
                        Verdict.UNTRUSTED_ROOT),
                unseen("it calls itself a root", mine.server("CN=server"), List.of(root), Verdict.UNTRUSTED_ROOT),
                unseen("an authority is shown", strange.authority("CN=any"), List.of(root), Verdict.UNTRUSTED_ROOT),
                unseen(
                        "the certificate says that it is a root",
                        strange.serverNaming("CN=Strange CA"),
                        List.of(root),
                        Verdict.UNTRUSTED_ROOT),
                unseen(
                        "the certificate says who has signed it",
                        mine.serverNaming("CN=Whoever"),
                        List.of(root),
                        Verdict.MISSING_INTERMEDIATE));
    }

    private static Arguments unseen(String what, Made last, List<Made> trusted, Verdict verdict) {
        return Arguments.of(what, last, trusted, verdict);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("unseenIssuers")
    void anIssuerThatIsNotShownIsTakenForWhatTheSignsSay(String what, Made last, List<Made> trusted, Verdict verdict)
            throws Exception {
        boolean isAuthority = last.certificate().getBasicConstraints() >= 0;
        List<Made> shown = isAuthority ? List.of(last.server("CN=server"), last) : List.of(last);
        assertThat(chain(shown, trusted, false).verdict()).isEqualTo(verdict);
    }

    @Test
    void whatIsOnlyTakenForAnIntermediateIsSaidToBeSo() throws Exception {
        Made root = Made.root("CN=Trust,O=Trust Ltd");
        Made bare = root.authority("CN=Issuing CA");
        Step guessed = chain(List.of(bare.server("CN=server")), List.of(root), false);
        assertThat(guessed.detail())
                .endsWith("not shown: taken for an intermediate, as authorities sign servers by one");
        assertThat(guessed.mend()).contains("if it signs without one, get a certificate from an authority");
        Step known = chain(List.of(bare.server("CN=server")), List.of(root, bare), false);
        assertThat(known.detail()).endsWith("not shown: an intermediate, as the file of trusted certificates has it");
        assertThat(known.mend()).isEqualTo(Verdict.MISSING_INTERMEDIATE.remedy());
    }

    @Test
    void whatNoPublicAuthoritySignsSoIsOfAnUnknownOne() throws Exception {
        Made root = Made.root("CN=Trust");
        Made server = Made.root("CN=My CA").server("CN=server");
        assertThat(chain(List.of(server), List.of(root), false).verdict()).isEqualTo(Verdict.MISSING_INTERMEDIATE);
        assertThat(chain(List.of(server), List.of(root), true).verdict()).isEqualTo(Verdict.UNTRUSTED_ROOT);
    }

    @Test
    void aMissingIntermediateIsSaidToBeWhereTheCertificateSays() {
        assertThat(check(LAB.missingIntermediate().chain(), TRUSTED)
                        .steps()
                        .getFirst()
                        .detail())
                .isEqualTo("mail.example is signed by Hatcheck Test Intermediate, whose certificate is not shown: taken"
                        + " for an intermediate, as it belongs to the organisation of a trusted root; it is to be had at"
                        + " http://ca.hatcheck.invalid/intermediate.cer");
    }
}
