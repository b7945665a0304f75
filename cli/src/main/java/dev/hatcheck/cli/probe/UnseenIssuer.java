package dev.hatcheck.cli.probe;

import dev.hatcheck.engine.maillog.LogText;
import dev.hatcheck.policies.Assumed;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * What may be said of somebody who has signed the last certificate that a server showed, and whose own is neither shown
 * nor trusted: an intermediate that the server keeps back, or a root that nobody knows.
 *
 * <p>The certificate in hand cannot prove it. It is decided by the first of these that says something:
 * <ol>
 *   <li>who trusts a file of roots and intermediates has the signer among them;
 *   <li>the signer is called as a trusted root is, but has another key: a root of the same name;
 *   <li>the certificate names, in its authority key identifier, who has signed the signer's;
 *   <li>the last one shown is an authority's: servers leave out the root and nothing else, so the signer is a root;
 *   <li>the signer calls itself a root;
 *   <li>the signer belongs to the organisation of a trusted root: an intermediate of it;
 *   <li>what public authorities sign says where the signer's certificate is to be had (caIssuers). Who trusts only
 *       those, and sees a certificate that does not, sees one of somebody else;
 *   <li>what signs servers is an intermediate.
 * </ol>
 * Nothing is ever fetched.
 */
@Assumed("how the service tells the two apart is not known; authorities follow these customs")
record UnseenIssuer(X509Certificate last, boolean isServers, Anchors anchors) {
    private static final String IF_THERE_IS_ONE = Verdict.MISSING_INTERMEDIATE.remedy()
            + "; if it signs without one, get a certificate from an authority that the sender knows";

    /** The verdict on the chain, and what it rests on. */
    Step step() {
        Optional<X509Certificate> known = anchors.knownSigner(last);
        if (known.isPresent()) {
            return missing(
                    "an intermediate, as the file of trusted certificates has it",
                    Verdict.MISSING_INTERMEDIATE.remedy());
        }
        if (anchors.roots().stream()
                .anyMatch(root -> root.getSubjectX500Principal().equals(signer()))) {
            return unknownRoot("a root, as a trusted one bears the same name with another key");
        }
        Optional<X500Principal> signersSigner = signersSigner();
        if (signersSigner.isPresent()) {
            return signersSigner.get().equals(signer())
                    ? unknownRoot("a root, as the certificate says so itself")
                    : missing(
                            "an intermediate, as the certificate says that it was signed by "
                                    + Described.shortly(signersSigner.get()),
                            Verdict.MISSING_INTERMEDIATE.remedy());
        }
        if (!isServers) {
            return unknownRoot("taken for a root, as a server shows all others");
        }
        if (Described.shortly(signer()).toLowerCase(Locale.ROOT).contains("root")) {
            return unknownRoot("taken for a root, as its name says so");
        }
        if (isOfTrustedOrganization()) {
            return missing(
                    "taken for an intermediate, as it belongs to the organisation of a trusted root", IF_THERE_IS_ONE);
        }
        if (anchors.arePublic() && published().isEmpty()) {
            return unknownRoot(
                    "taken for no public authority, as those say in what they sign where their own certificate is"
                            + " to be had");
        }
        return missing("taken for an intermediate, as authorities sign servers by one", IF_THERE_IS_ONE);
    }

    private X500Principal signer() {
        return last.getIssuerX500Principal();
    }

    private Step missing(String why, String mend) {
        return new Step(
                Stage.CHAIN,
                Verdict.MISSING_INTERMEDIATE,
                told() + ", whose certificate is not shown: " + why
                        + published().map(url -> "; it is to be had at " + url).orElse(""),
                mend);
    }

    private Step unknownRoot(String why) {
        return new Step(Stage.CHAIN, Verdict.UNTRUSTED_ROOT, told() + ", which is neither shown nor trusted: " + why);
    }

    private String told() {
        return Described.subject(last) + " is signed by " + Described.issuer(last);
    }

    private boolean isOfTrustedOrganization() {
        Optional<String> organization = Described.attribute(signer(), "O");
        return organization.isPresent()
                && anchors.roots().stream()
                        .anyMatch(root -> Described.attribute(root.getSubjectX500Principal(), "O")
                                .equals(organization));
    }

    // ---- what the certificate says of its signer

    private Optional<X500Principal> signersSigner() {
        return extension(Extension.authorityKeyIdentifier, AuthorityKeyIdentifier::getInstance)
                .flatMap(id -> Optional.ofNullable(id.getAuthorityCertIssuer()))
                .stream()
                .flatMap(names -> Stream.of(names.getNames()))
                .filter(name -> name.getTagNo() == GeneralName.directoryName)
                .findFirst()
                .flatMap(UnseenIssuer::principal);
    }

    private static Optional<X500Principal> principal(GeneralName name) {
        try {
            return Optional.of(
                    new X500Principal(X500Name.getInstance(name.getName()).getEncoded()));
        } catch (IOException | RuntimeException strange) {
            return Optional.empty();
        }
    }

    private Optional<String> published() {
        return extension(Extension.authorityInfoAccess, AuthorityInformationAccess::getInstance).stream()
                .flatMap(access -> Stream.of(access.getAccessDescriptions()))
                .filter(place -> place.getAccessMethod().equals(AccessDescription.id_ad_caIssuers))
                .map(AccessDescription::getAccessLocation)
                .filter(place -> place.getTagNo() == GeneralName.uniformResourceIdentifier)
                .map(place -> LogText.escapeText(place.getName().toString()))
                .findFirst();
    }

    private <T> Optional<T> extension(ASN1ObjectIdentifier id, Function<ASN1Primitive, T> reader) {
        try {
            return Optional.ofNullable(last.getExtensionValue(id.getId())).flatMap(bytes -> {
                try {
                    return Optional.of(reader.apply(JcaX509ExtensionUtils.parseExtensionValue(bytes)));
                } catch (IOException strange) {
                    return Optional.empty();
                }
            });
        } catch (RuntimeException strange) { // a stranger's bytes make the reader throw all sorts
            return Optional.empty();
        }
    }
}
