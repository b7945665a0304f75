package dev.hatcheck.cli.input;

import dev.hatcheck.policies.address.IpAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom to ask, as in {@code example.org}, {@code mx.example.org:25}, {@code 192.0.2.1} and {@code [2001:db8::1]:25}.
 *
 * @param host a name without a port is a domain, whose mail may be for others to take
 * @param port where, if that is given
 */
public record Target(PeerName host, OptionalInt port) {
    private static final Pattern WITH_PORT = Pattern.compile("(?<host>\\[[^]]*]|[^:\\[]*):(?<port>[1-9][0-9]{0,4})");
    private static final int MAX_PORT = 65_535;

    /** A server of this place. */
    public static Target at(InetSocketAddress place) {
        var address = IpAddress.of(place.getAddress().getAddress());
        return new Target(new PeerName.Numbered(address), OptionalInt.of(place.getPort()));
    }

    /** The target of a whole text, or nothing if it is none. */
    public static Optional<Target> read(String text) {
        Matcher matcher = WITH_PORT.matcher(text);
        if (!matcher.matches()) {
            return PeerName.read(text).map(host -> new Target(host, OptionalInt.empty()));
        }
        int port = Integer.parseInt(matcher.group("port"));
        return PeerName.read(matcher.group("host"))
                .filter(host -> port <= MAX_PORT)
                .map(host -> new Target(host, OptionalInt.of(port)));
    }
}
