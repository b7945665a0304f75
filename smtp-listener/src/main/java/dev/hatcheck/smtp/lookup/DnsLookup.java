package dev.hatcheck.smtp.lookup;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.HostLookup;
import dev.hatcheck.smtp.Ticker;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.xbill.DNS.Name;
import org.xbill.DNS.ResolverConfig;

/**
 * Takes the names of clients, and what DNS lists say of them, from the name servers of a real network, and all else
 * that is known of them from what is declared.
 *
 * <p>Nothing happens on the thread that asks: questions are sent and answers are awaited on virtual threads, and what
 * has not come when time is up has failed. Safe for threads; there is nothing to close.
 */
public final class DnsLookup implements HostLookup {
    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final Asking names;
    private final Asking lists;
    private final Facts declared;

    /** Servers, and the time that they have for all that is asked about a client. */
    private record Asking(NameServers servers, Duration time) {
        static Asking of(List<InetSocketAddress> servers, Duration time, Duration negative) {
            return new Asking(
                    NameServers.at(servers, time, new RecentAnswers(negative), THREADS, Ticker.system()), time);
        }
    }

    private DnsLookup(Asking names, Asking lists, Facts declared) {
        this.names = names;
        this.lists = lists;
        this.declared = declared;
    }

    /**
     * Asks these servers, the first one first, with the times of a listener.
     *
     * @param servers at least one; the second and the third are asked when those before do not answer or say that they
     *     cannot, and more are never asked
     */
    public static DnsLookup at(List<InetSocketAddress> servers, ListenerSettings settings) {
        return new DnsLookup(
                Asking.of(servers, settings.value(ListenerParameters.DNS_PTR_TIMEOUT), RecentAnswers.MAX_NEGATIVE_TTL),
                Asking.of(
                        servers,
                        settings.value(ListenerParameters.DNSLIST_TIMEOUT),
                        settings.value(ListenerParameters.DNSLIST_NEGATIVE_TTL)),
                Facts.none());
    }

    /**
     * The servers that this machine asks, the first one first and three at most; this reads its configuration, and may
     * take a while.
     */
    public static List<InetSocketAddress> serversOfThisMachine() {
        return ResolverConfig.getCurrentConfig().servers().stream()
                .limit(NameServers.TRIES)
                .toList();
    }

    /** The same servers and what they answered so far, with other scores, countries and organisations. */
    public DnsLookup with(Facts others) {
        return new DnsLookup(names, lists, others);
    }

    @Override
    public CompletionStage<Peer> lookup(IpAddress address) {
        return inTime(names, dns -> declared.peer(address).with(HostVerification.of(address, dns)));
    }

    @Override
    public CompletionStage<DnsLists> lists(IpAddress address, List<HostName> zones) {
        return inTime(lists, dns -> DnsListQuestions.of(address, zones, dns));
    }

    /** Has work done whose questions must be answered in time, all of them together. */
    private static <T> CompletionStage<T> inTime(Asking asking, Function<Questions, T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var end = new CompletableFuture<Answer>()
                            .completeOnTimeout(
                                    new Answer.Failed(), asking.time().toNanos(), TimeUnit.NANOSECONDS);
                    try {
                        return work.apply((name, type) -> ask(asking.servers(), name, type, end));
                    } finally {
                        end.complete(new Answer.Failed()); // or its timer would live on
                    }
                },
                THREADS);
    }

    private static Supplier<Answer> ask(NameServers servers, Name name, int type, CompletableFuture<Answer> otherwise) {
        return CompletableFuture.supplyAsync(() -> servers.ask(name, type), THREADS)
                .applyToEither(otherwise, Function.identity())::join;
    }
}
