package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.Chain;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * How the certificate of a server leads to a root, by certificates that the server showed in any order.
 *
 * @param certificates the server's own, then each with the one that has signed it, without the root; if there is no
 *     root, as far as that goes
 * @param root what it ends in, if that is trusted
 */
record CertificatePath(List<X509Certificate> certificates, Optional<X509Certificate> root) {
    CertificatePath {
        certificates = List.copyOf(certificates);
    }

    /**
     * The shortest path to a trusted root, or if there is none, one that goes as far as any.
     *
     * @param shown at least one, the server's own first; each is looked at once, however they sign one another
     */
    static CertificatePath of(List<X509Certificate> shown, Anchors anchors) {
        SequencedMap<X509Certificate, Optional<X509Certificate>> signed = new LinkedHashMap<>();
        signed.put(shown.getFirst(), Optional.empty());
        var open = new ArrayList<>(List.of(shown.getFirst()));
        while (!open.isEmpty()) {
            X509Certificate certificate = open.removeFirst();
            Optional<X509Certificate> root = anchors.rootOf(certificate);
            if (root.isPresent()) {
                return new CertificatePath(
                        back(certificate, signed).stream()
                                .filter(it -> !it.equals(root.get()))
                                .toList(),
                        root);
            }
            for (X509Certificate other : shown) {
                if (!signed.containsKey(other) && Chain.isSignedBy(certificate, other)) {
                    signed.put(other, Optional.of(certificate));
                    open.add(other);
                }
            }
        }
        return new CertificatePath(back(signed.lastEntry().getKey(), signed), Optional.empty());
    }

    private static List<X509Certificate> back(
            X509Certificate last, Map<X509Certificate, Optional<X509Certificate>> signed) {
        var path = new ArrayList<X509Certificate>();
        for (Optional<X509Certificate> next = Optional.of(last); next.isPresent(); next = signed.get(next.get())) {
            path.addFirst(next.get());
        }
        return path;
    }

    /** All of it, with the root if there is one. */
    List<X509Certificate> whole() {
        var all = new ArrayList<>(certificates);
        root.ifPresent(all::add);
        return all;
    }
}
