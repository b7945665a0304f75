package dev.hatcheck.cli.input;

import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.net.IDN;
import java.util.Optional;

/** What a server is called: a name, or an address if it has none. */
public sealed interface PeerName {
    /** A server by its name. */
    record Named(HostName name) implements PeerName {
        @Override
        public String toString() {
            return name.text();
        }
    }

    /** A server by its address. */
    record Numbered(IpAddress address) implements PeerName {
        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** A server of this name, which must be one. */
    static PeerName of(String name) {
        return new Named(new HostName(name));
    }

    /** The host of a whole text, or nothing; an address in brackets is one, too. */
    static Optional<PeerName> read(String text) {
        String bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        Optional<PeerName> address = IpAddress.read(bare).map(Numbered::new);
        return address.isPresent() || !bare.equals(text) ? address : name(text).map(Named::new);
    }

    /** The name of a whole text in any script, as DNS and certificates spell it. */
    static Optional<HostName> name(String text) {
        try {
            return HostName.read(IDN.toASCII(text)).filter(name -> !name.text().matches("[0-9.]+"));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
