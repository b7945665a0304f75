package dev.hatcheck.smtp;

import dev.hatcheck.policies.address.IpRange;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where a listener is started; port 0 lets the system choose.
 *
 * @param smtp where clients connect, if anywhere
 * @param proxy where proxies connect that name their client in a PROXY header, if anywhere
 * @param xclient where those connect who say by XCLIENT who their client is, if anywhere
 * @param trusted the peers whose PROXY header and whose XCLIENT count
 */
public record ListenerPorts(
        Optional<InetSocketAddress> smtp,
        Optional<InetSocketAddress> proxy,
        Optional<InetSocketAddress> xclient,
        List<IpRange> trusted) {
    /** A port of the system's choice on this machine, which nobody else can reach. */
    static final InetSocketAddress ANY = new InetSocketAddress("127.0.0.1", 0);

    public ListenerPorts {
        trusted = List.copyOf(trusted);
    }

    static ListenerPorts anyForClients() {
        return new ListenerPorts(Optional.of(ANY), Optional.empty(), Optional.empty(), List.of());
    }

    ListenerPorts withSmtp(InetSocketAddress address) {
        return new ListenerPorts(Optional.of(address), proxy, xclient, trusted);
    }

    ListenerPorts withoutSmtp() {
        return new ListenerPorts(Optional.empty(), proxy, xclient, trusted);
    }

    ListenerPorts withProxy(InetSocketAddress address, List<IpRange> trustedPeers) {
        return new ListenerPorts(smtp, Optional.of(address), xclient, trustedPeers);
    }

    ListenerPorts withXclient(InetSocketAddress address, List<IpRange> trustedPeers) {
        return new ListenerPorts(smtp, proxy, Optional.of(address), trustedPeers);
    }
}
