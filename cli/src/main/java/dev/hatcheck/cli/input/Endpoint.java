package dev.hatcheck.cli.input;

import dev.hatcheck.policies.address.IpAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port of an address of this machine, as in {@code 127.0.0.1:2525} and {@code [::1]:2525}.
 *
 * @param address never a name: nobody is asked what it means
 * @param port 0 for one of the system's choice
 */
public record Endpoint(IpAddress address, int port) {
    private static final Pattern FORM =
            Pattern.compile("(?:\\[(?<v6>[0-9A-Fa-f:.]+)]|(?<v4>[0-9.]+)):(?<port>0|[1-9][0-9]{0,4})");
    private static final int MAX_PORT = 65_535;

    /** The endpoint of a whole text, or nothing if it is none. */
    public static Optional<Endpoint> read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group("port")) > MAX_PORT) {
            return Optional.empty();
        }
        String address = matcher.group("v6") == null ? matcher.group("v4") : matcher.group("v6");
        return IpAddress.read(address).map(found -> new Endpoint(found, Integer.parseInt(matcher.group("port"))));
    }

    /** The endpoint of a bound socket. */
    public static Endpoint of(InetSocketAddress bound) {
        return new Endpoint(IpAddress.of(bound.getAddress().getAddress()), bound.getPort());
    }

    /** The same for the system's calls. */
    public InetSocketAddress socketAddress() {
        return new InetSocketAddress(inetAddress(), port);
    }

    /** Whether only this machine can connect to it. */
    public boolean isLoopback() {
        return inetAddress().isLoopbackAddress();
    }

    private InetAddress inetAddress() {
        try {
            return InetAddress.getByAddress(address.bytes());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address has 4 or 16 bytes", impossible);
        }
    }

    @Override
    public String toString() {
        return (address.isV4() ? address.toString() : "[" + address + "]") + ":" + port;
    }
}
