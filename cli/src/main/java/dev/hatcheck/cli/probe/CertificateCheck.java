package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.Chain;
import dev.hatcheck.cli.input.PeerName;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Judges the certificates that a server showed, from nothing but what it is given. */
final class CertificateCheck {
    private CertificateCheck() {}

    /**
     * The steps about the chain, the name and the dates, each judged whatever the others say.
     *
     * @param shown at least one, the server's own first
     * @param name whom it must be for
     * @param now when it must be valid
     */
    static List<Step> steps(List<X509Certificate> shown, Anchors anchors, PeerName name, Instant now) {
        CertificatePath path = CertificatePath.of(shown, anchors);
        return List.of(
                chain(path, shown, anchors),
                NameCheck.step(shown.getFirst(), name),
                DatesCheck.step(path.whole(), now));
    }

    private static Step chain(CertificatePath path, List<X509Certificate> shown, Anchors anchors) {
        if (path.root().isPresent()) {
            return PathRules.firstBroken(path).orElseGet(() -> Step.passed(Stage.CHAIN, told(path)));
        }
        X509Certificate servers = shown.getFirst();
        if (Chain.isSignedBy(servers, servers)) {
            return new Step(Stage.CHAIN, Verdict.SELF_SIGNED, Described.subject(servers) + " is signed by itself");
        }
        X509Certificate last = path.certificates().getLast();
        return Chain.isSignedBy(last, last)
                ? new Step(Stage.CHAIN, Verdict.UNTRUSTED_ROOT, told(path) + ", which signs itself and is not trusted")
                : new UnseenIssuer(last, last.equals(servers), anchors).step();
    }

    private static String told(CertificatePath path) {
        String signed = path.whole().stream().map(Described::subject).collect(Collectors.joining(", signed by "));
        return path.root().isPresent() ? signed + ", which is trusted" : signed;
    }
}
