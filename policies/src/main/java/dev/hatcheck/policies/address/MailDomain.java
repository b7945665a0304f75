package dev.hatcheck.policies.address;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Rfc;
import java.util.Optional;

/**
 * What stands behind the {@code @} of a mail address, in the one spelling that equal domains share.
 *
 * <p>A domain is a host name in lower case without a trailing dot, or the literal of an address: {@code [192.0.2.1]},
 * {@code [ipv6:2001:db8::1]}. An IPv4 address that is written as IPv6 gets the literal of IPv4.
 */
public final class MailDomain {
    private static final String V6 = "ipv6:";

    private MailDomain() {}

    /** The domain of a text in any case; nothing if it is neither a host name nor the literal of an address. */
    public static Optional<String> read(String text) {
        if (text.startsWith("[")) {
            return literal(Ascii.lowerCase(text));
        }
        Optional<HostName> name = HostName.read(text);
        return name.isPresent() ? Optional.of(name.get().text()) : Optional.empty();
    }

    /** The same, where a text that is no domain is only taken to lower case and loses one trailing dot. */
    public static String canonical(String domain) {
        return read(domain).orElseGet(() -> Ascii.lowerCase(withoutDot(domain)));
    }

    private static String withoutDot(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** An address literal is an address in brackets. */
    @Rfc("5321 section 4.1.3")
    @Assumed("IPv6 literals are written as in the envelope: [IPv6:2001:db8::1]")
    private static Optional<String> literal(String text) {
        if (!text.endsWith("]")) {
            return Optional.empty();
        }
        String inside = text.substring(1, text.length() - 1);
        boolean v6 = inside.startsWith(V6);
        String address = v6 ? inside.substring(V6.length()) : inside;
        return v6 == address.indexOf(':') >= 0 ? IpAddress.read(address).map(MailDomain::literal) : Optional.empty();
    }

    private static String literal(IpAddress address) {
        return "[" + (address.isV4() ? "" : V6) + address + "]";
    }
}
