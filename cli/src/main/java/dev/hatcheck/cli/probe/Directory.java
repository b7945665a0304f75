package dev.hatcheck.cli.probe;

import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.lookup.DnsLookup;
import dev.hatcheck.smtp.lookup.MailDns;
import dev.hatcheck.smtp.lookup.MailExchangers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says where mail goes, and where hosts are. */
public interface Directory {
    /** Which hosts take the mail for a domain. */
    MailExchangers exchangers(HostName domain);

    /** The addresses of a host; none if it has none or if nobody could say. */
    List<IpAddress> addresses(HostName host);

    /** What a name server says, and nobody else; but {@code localhost} is always this machine. */
    static Directory of(InetSocketAddress server, Duration toAnswer) {
        var dns = MailDns.at(List.of(server), toAnswer);
        return of(dns, host -> host.text().equals("localhost") ? List.of(loopback()) : dns.addresses(host));
    }

    /** What this machine knows: its name servers of domains, and of hosts also its own file. */
    static Directory ofThisMachine(Duration toAnswer) {
        return of(
                MailDns.at(DnsLookup.serversOfThisMachine(), toAnswer),
                host -> CompletableFuture.supplyAsync(() -> known(host), Thread::startVirtualThread)
                        .completeOnTimeout(List.of(), toAnswer.toMillis(), TimeUnit.MILLISECONDS)
                        .join());
    }

    private static Directory of(MailDns dns, Function<HostName, List<IpAddress>> addresses) {
        return new Directory() {
            @Override
            public MailExchangers exchangers(HostName domain) {
                return dns.exchangers(domain);
            }

            @Override
            public List<IpAddress> addresses(HostName host) {
                return addresses.apply(host);
            }
        };
    }

    private static List<IpAddress> known(HostName host) {
        try {
            return Stream.of(InetAddress.getAllByName(host.text()))
                    .map(address -> IpAddress.of(address.getAddress()))
                    .limit(MailExchangers.MAX_HOSTS)
                    .toList();
        } catch (UnknownHostException none) {
            return List.of();
        }
    }

    private static IpAddress loopback() {
        return IpAddress.of(InetAddress.getLoopbackAddress().getAddress());
    }
}
