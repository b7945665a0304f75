package dev.hatcheck.smtp.conversation;

import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Rfc;
import dev.hatcheck.policies.address.MailAddress;
import dev.hatcheck.policies.address.MailDomain;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads paths as the appliance's strict address parser does: in angle brackets, without comments.
 *
 * <p>Dots in the user part mean nothing, underscores and bytes above 127 are taken everywhere, a domain may be missing,
 * and a source route is stripped. Works through the text once.
 */
@Esa({"ADV71", "ADV75", "ADV76", "UG100-5b"})
final class PathReader {
    private static final String SPECIAL = "()<>[]:;@\\,\"";

    /** The characters that a domain may have. */
    @Rfc("5321 section 4.5.3.1.2")
    private static final int MAX_DOMAIN = 255;

    private static final Pattern DOMAIN = Pattern.compile("[\\w\\x80-\\xff-]{1,63}+(?:\\.[\\w\\x80-\\xff-]{1,63}+)*+");

    private final String text;
    private int at;

    private PathReader(String text) {
        this.text = text;
    }

    /** The path at the beginning of a text, which ends there or goes on behind a blank. */
    static Outcome read(String text) {
        return new PathReader(text).path();
    }

    /** What stands at the beginning of a text. */
    sealed interface Outcome {}

    /** A path and what stands behind it. */
    record Read(Path path, String rest) implements Outcome {}

    /** What would be a path, if the literal that is its domain were understood. */
    record UnsupportedLiteral(String literal) implements Outcome {}

    /** No path. */
    record NoPath() implements Outcome {}

    private Outcome path() {
        if (!skip('<')) {
            return new NoPath();
        }
        if (skip('>')) {
            return ended(new Path(Optional.empty()));
        }
        if (!skipRoute()) {
            return new NoPath();
        }
        String localPart = localPart();
        String domain = skip('@') ? domain() : "";
        if (localPart.isEmpty() || !skip('>')) {
            return new NoPath();
        }
        if (domain.isEmpty() || isDomain(domain)) {
            return ended(new Path(Optional.of(new MailAddress(localPart, domain))));
        }
        return isLiteral(domain) ? new UnsupportedLiteral(domain) : new NoPath();
    }

    private static boolean isLiteral(String domain) {
        return domain.startsWith("[") && domain.endsWith("]");
    }

    private Outcome ended(Path path) {
        return at == text.length() || text.charAt(at) == ' '
                ? new Read(path, text.substring(at).strip())
                : new NoPath();
    }

    private boolean skip(char expected) {
        boolean found = at < text.length() && text.charAt(at) == expected;
        at += found ? 1 : 0;
        return found;
    }

    /** A source route before the address is stripped. */
    @Rfc("5321 appendix C")
    private boolean skipRoute() {
        if (!skip('@')) {
            return true;
        }
        while (isDomain(domain())) {
            if (skip(':')) {
                return true;
            }
            if (!skip(',') || !skip('@')) {
                return false;
            }
        }
        return false;
    }

    private String localPart() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int from = at;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isPlain(char c) {
        return c > ' ' && c != 0x7f && SPECIAL.indexOf(c) < 0;
    }

    /** A user part in quotes may have any character but controls. */
    @Rfc("5321 section 4.1.2")
    private String quoted() {
        int from = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length() || hasControls(from)) {
            return "";
        }
        return text.substring(from, ++at);
    }

    private boolean hasControls(int from) {
        return text.substring(from, at).chars().anyMatch(c -> c < ' ' || c == 0x7f);
    }

    private String domain() {
        int from = at;
        while (at < text.length() && ">,@ ".indexOf(text.charAt(at)) < 0 && !endsRoute()) {
            at++;
        }
        String domain = text.substring(from, at);
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }

    /** A colon ends the domain of a route, unless it stands in a literal. */
    private boolean endsRoute() {
        return text.charAt(at) == ':' && text.lastIndexOf('[', at) <= text.lastIndexOf(']', at);
    }

    private static boolean isDomain(String domain) {
        return domain.startsWith("[")
                ? MailDomain.read(domain).isPresent()
                : domain.length() <= MAX_DOMAIN && DOMAIN.matcher(domain).matches();
    }
}
