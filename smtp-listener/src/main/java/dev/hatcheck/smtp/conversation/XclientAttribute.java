package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.Optional;

/** What XCLIENT can say of a client, by Postfix's description of the command. */
enum XclientAttribute {
    NAME("a host name, [UNAVAILABLE] or [TEMPUNAVAIL]", XclientAttribute::named),
    ADDR("an IPv4 address, IPV6: and an IPv6 address, or [UNAVAILABLE]", XclientAttribute::at),
    PORT("a number from 0 to 65535 or [UNAVAILABLE]", XclientAttribute::onPort),
    PROTO("SMTP or ESMTP", XclientAttribute::speaking),
    HELO("the name of EHLO or HELO, or [UNAVAILABLE]", XclientAttribute::greeting),
    LOGIN("a name, or [UNAVAILABLE]", XclientAttribute::loggedIn),
    DESTADDR("an IPv4 address, IPV6: and an IPv6 address, or [UNAVAILABLE]", XclientAttribute::to),
    DESTPORT("a number from 0 to 65535 or [UNAVAILABLE]", XclientAttribute::onPort);

    private static final String UNAVAILABLE = "[unavailable]";
    private static final String TEMPORARILY_UNAVAILABLE = "[tempunavail]";
    private static final String IPV6 = "ipv6:";

    private final String expected;
    private final Saying saying;

    XclientAttribute(String expected, Saying saying) {
        this.expected = expected;
        this.saying = saying;
    }

    /** The client as known before becomes the client as known now; nothing if the value cannot be. */
    @FunctionalInterface
    private interface Saying {
        Optional<Identity> said(String value, Identity known, Identity peer);
    }

    /** The attribute of a name in any case. */
    static Optional<XclientAttribute> of(String name) {
        for (XclientAttribute attribute : values()) {
            if (Ascii.lowerCase(attribute.name()).equals(Ascii.lowerCase(name))) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** What a value can be, for people to read. */
    String expected() {
        return expected;
    }

    /**
     * The client, when this is said of it.
     *
     * @param value not empty, without control characters
     * @param known the client as it is known so far
     * @param peer who says so
     * @return nothing if the attribute has no such value
     */
    Optional<Identity> say(String value, Identity known, Identity peer) {
        return saying.said(value, known, peer);
    }

    private static boolean isUnavailable(String value) {
        return Ascii.lowerCase(value).equals(UNAVAILABLE);
    }

    private static Optional<Identity> named(String value, Identity known, Identity peer) {
        if (isUnavailable(value)) {
            return Optional.of(known.withName(new ReverseDns.NoRecord()));
        } else if (Ascii.lowerCase(value).equals(TEMPORARILY_UNAVAILABLE)) {
            return Optional.of(known.withName(new ReverseDns.TemporaryFailure(Optional.empty())));
        } else if (IpAddress.read(value).isPresent()) {
            return Optional.empty();
        }
        return HostName.read(value).map(name -> known.withName(new ReverseDns.Verified(name)));
    }

    /** A client whose address is unavailable has that of its peer. */
    @Assumed("a table decides about an address, so a client whose address is unavailable has that of its peer")
    private static Optional<Identity> at(String value, Identity known, Identity peer) {
        return isUnavailable(value)
                ? Optional.of(known.withAddress(peer.address()))
                : address(value).map(known::withAddress);
    }

    private static Optional<Identity> to(String value, Identity known, Identity peer) {
        return isUnavailable(value)
                ? Optional.of(known.withInterface(peer.interfaceAddress()))
                : address(value).map(address -> known.withInterface(address.toString()));
    }

    /** An IPv6 address bears its prefix, and an IPv4 address none. */
    private static Optional<IpAddress> address(String value) {
        boolean isV6 = Ascii.lowerCase(value).startsWith(IPV6);
        String text = isV6 ? value.substring(IPV6.length()) : value;
        return isV6 == text.indexOf(':') >= 0 ? IpAddress.read(text) : Optional.empty();
    }

    /** No decision, reply or log line depends on a port. */
    private static Optional<Identity> onPort(String value, Identity known, Identity peer) {
        boolean isPort = value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 0xffff;
        return isPort || isUnavailable(value) ? Optional.of(known) : Optional.empty();
    }

    /** Nor does one depend on whether the client said EHLO or HELO. */
    private static Optional<Identity> speaking(String value, Identity known, Identity peer) {
        String protocol = Ascii.lowerCase(value);
        return protocol.equals("smtp") || protocol.equals("esmtp") ? Optional.of(known) : Optional.empty();
    }

    private static Optional<Identity> greeting(String value, Identity known, Identity peer) {
        return Optional.of(isUnavailable(value) ? known.withoutHelo() : known.withHelo(value));
    }

    private static Optional<Identity> loggedIn(String value, Identity known, Identity peer) {
        return Optional.of(isUnavailable(value) ? known.withoutLogin() : known.withLogin(value));
    }
}
