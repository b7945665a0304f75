package dev.hatcheck.smtp.lookup;

import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.Ticker;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Asks name servers where mail goes, as a server does that sends it.
 *
 * <p>Each question waits for its answer, as long as it is given. Safe for threads; there is nothing to close.
 */
public final class MailDns {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final NameServers servers;

    private MailDns(NameServers servers) {
        this.servers = servers;
    }

    /**
     * Asks these servers.
     *
     * @param addresses in the order in which they are asked, at least one; those behind the third are never asked
     * @param time for each question, all its tries together
     */
    public static MailDns at(List<InetSocketAddress> addresses, Duration time) {
        var recent = new RecentAnswers(RecentAnswers.MAX_NEGATIVE_TTL);
        return new MailDns(NameServers.at(addresses, time, recent, THREADS, Ticker.system()));
    }

    /** Which hosts take the mail for a domain. */
    public MailExchangers exchangers(HostName domain) {
        return MailRoute.of(domain, this::ask);
    }

    /** The addresses of a host, IPv4 before IPv6, ten at most; none if it has none or if nobody could say. */
    public List<IpAddress> addresses(HostName host) {
        Name name = Name.fromConstantString(host.text() + ".");
        return Stream.of(ask(name, Type.A), ask(name, Type.AAAA))
                .toList() // both are under way
                .stream()
                .map(Supplier::get)
                .flatMap(MailDns::addresses)
                .limit(MailExchangers.MAX_HOSTS)
                .toList();
    }

    private static Stream<IpAddress> addresses(Answer answer) {
        return answer instanceof Answer.Found(var records)
                ? records.stream().flatMap(MailDns::address)
                : Stream.empty();
    }

    private static Stream<IpAddress> address(Record record) {
        return switch (record) {
            case ARecord a -> Stream.of(IpAddress.of(a.getAddress().getAddress()));
            case AAAARecord aaaa -> Stream.of(IpAddress.of(aaaa.getAddress().getAddress()));
            default -> Stream.empty();
        };
    }

    private Supplier<Answer> ask(Name name, int type) {
        return CompletableFuture.supplyAsync(() -> servers.ask(name, type), THREADS)::join;
    }
}
