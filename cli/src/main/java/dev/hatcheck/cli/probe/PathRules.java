package dev.hatcheck.cli.probe;

import dev.hatcheck.engine.maillog.LogText;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Rfc;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a path to a trusted root must be like, apart from its names and dates. */
final class PathRules {
    /** What signs too weakly. */
    @Assumed("no public authority has signed so since 2016, and OpenSSL takes it no more at its usual level")
    private static final Pattern WEAK_SIGNATURE = Pattern.compile("(?i)(MD2|MD5|SHA1|SHA-1)with.*");

    /** How many bits a key of RSA must have. */
    @Assumed("no public authority has signed less since 2013, and OpenSSL takes it no more at its usual level")
    private static final int LEAST_RSA = 2048;

    private static final List<String> FOR_SERVERS = List.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

    private static final String FOR_A_SERVER =
            "get a certificate that may be used for servers (extended key usage serverAuth)";
    private static final String BY_THE_RULES =
            "have the certificate signed by an authority that may sign it, and whose chain keeps the rules";

    private PathRules() {}

    /** The first rule that a path breaks. */
    static Optional<Step> firstBroken(CertificatePath path) {
        List<X509Certificate> certificates = path.certificates();
        return certificates.isEmpty()
                ? Optional.empty()
                : weakness(certificates)
                        .or(() -> misuse(certificates.getFirst()))
                        .or(() -> noAuthority(certificates))
                        .or(() -> invalid(path));
    }

    private static Optional<Step> weakness(List<X509Certificate> certificates) {
        for (X509Certificate certificate : certificates) {
            if (WEAK_SIGNATURE.matcher(certificate.getSigAlgName()).matches()) {
                return weak(certificate, "is signed with " + certificate.getSigAlgName());
            }
            String key = Described.key(certificate);
            if (key.startsWith("RSA ") && Integer.parseInt(key.substring(4)) < LEAST_RSA) {
                return weak(certificate, "has a key of " + key + " bits");
            }
        }
        return Optional.empty();
    }

    private static Optional<Step> weak(X509Certificate certificate, String how) {
        return Optional.of(new Step(
                Stage.CHAIN,
                Verdict.HANDSHAKE,
                Described.subject(certificate) + " " + how
                        + ", which is too weak for many: they break off the handshake",
                "get certificates signed by SHA-256 or better, with keys of EC, or of RSA with " + LEAST_RSA
                        + " bits or more"));
    }

    private static Optional<Step> misuse(X509Certificate servers) {
        try {
            List<String> purposes = servers.getExtendedKeyUsage();
            return purposes == null || purposes.stream().anyMatch(FOR_SERVERS::contains)
                    ? Optional.empty()
                    : invalid(Described.subject(servers) + " is not a certificate for servers", FOR_A_SERVER);
        } catch (CertificateParsingException unreadable) {
            return invalid("what " + Described.subject(servers) + " may be used for cannot be read", FOR_A_SERVER);
        }
    }

    private static Optional<Step> noAuthority(List<X509Certificate> certificates) {
        for (int i = 1; i < certificates.size(); i++) {
            X509Certificate signer = certificates.get(i);
            if (signer.getBasicConstraints() < 0) {
                return invalid(
                        "the chain ends in a trusted root, but " + Described.subject(signer)
                                + " is no authority (CA:FALSE) and may not sign "
                                + Described.subject(certificates.get(i - 1)),
                        BY_THE_RULES);
            }
        }
        return Optional.empty();
    }

    /** As authorities are bound to each other: who may sign whom, how deep, for which names. */
    @Rfc("5280 section 6")
    private static Optional<Step> invalid(CertificatePath path) {
        try {
            var anchor = new TrustAnchor(path.root().orElseThrow(), null);
            var parameters = new PKIXParameters(Set.of(anchor));
            parameters.setRevocationEnabled(false);
            parameters.setDate(whenAllHaveBegun(path.certificates()));
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(path.certificates()), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException broken) {
            return broken.getReason() == BasicReason.EXPIRED || broken.getReason() == BasicReason.NOT_YET_VALID
                    ? Optional.empty() // the dates are a step of their own
                    : invalid(
                            "the chain ends in a trusted root and breaks its rules: "
                                    + LogText.escapeText(String.valueOf(broken.getMessage())),
                            BY_THE_RULES);
        } catch (GeneralSecurityException broken) {
            return invalid(
                    "the chain cannot be checked: " + LogText.escapeText(String.valueOf(broken.getMessage())),
                    BY_THE_RULES);
        }
    }

    private static Date whenAllHaveBegun(List<X509Certificate> certificates) {
        return certificates.stream()
                .map(X509Certificate::getNotBefore)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<Step> invalid(String why, String mend) {
        return Optional.of(new Step(Stage.CHAIN, Verdict.UNTRUSTED_ROOT, why, mend));
    }
}
