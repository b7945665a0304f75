package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.PeerName;
import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Rfc;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a certificate is for a server of this name. The common name does not count. */
@Rfc("6125 section 6.4")
final class NameCheck {
    private static final int FEW = 5;

    private NameCheck() {}

    static Step step(X509Certificate certificate, PeerName name) {
        List<String> names = switch (name) {
            case PeerName.Named n -> Described.hostNames(certificate);
            case PeerName.Numbered n -> Described.addresses(certificate);
        };
        Optional<String> match = names.stream().filter(it -> matches(it, name)).findFirst();
        return match.map(it -> Step.passed(Stage.NAME, it.equals(name.toString()) ? it : name + " is one of " + it))
                .orElseGet(() -> new Step(
                        Stage.NAME, Verdict.NAME_MISMATCH, "not for " + name + ", but for " + all(certificate)));
    }

    private static boolean matches(String pattern, PeerName host) {
        return switch (host) {
            case PeerName.Named(var name) -> matches(Ascii.lowerCase(pattern), name);
            case PeerName.Numbered(var address) -> IpAddress.read(pattern).equals(Optional.of(address));
        };
    }

    /** A star stands for the whole leftmost label, and for no other. */
    static boolean matches(String pattern, HostName name) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(name.text());
        }
        int dot = name.text().indexOf('.');
        return dot > 0 && pattern.substring(1).equals(name.text().substring(dot));
    }

    private static String all(X509Certificate certificate) {
        List<String> names = Stream.concat(
                        Described.hostNames(certificate).stream(), Described.addresses(certificate).stream())
                .toList();
        if (names.isEmpty()) {
            return "nobody: it has no alternative names, and its subject, " + Described.subject(certificate)
                    + ", does not count";
        }
        String few = names.stream().limit(FEW).collect(Collectors.joining(", "));
        return names.size() <= FEW ? few : few + " and " + (names.size() - FEW) + " more";
    }
}
