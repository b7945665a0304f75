package dev.hatcheck.smtp.lookup;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.smtp.Ticker;
import dev.hatcheck.smtp.lookup.Answer.Failed;
import dev.hatcheck.smtp.lookup.Answer.Found;
import dev.hatcheck.smtp.lookup.Answer.Nothing;
import dev.hatcheck.smtp.lookup.Inquiry.Outcome;
import dev.hatcheck.smtp.lookup.Inquiry.Step;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.lookup.LookupFailedException;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/**
 * Name servers of the network, three at most, asked one after the other until one answers.
 *
 * <p>A server that says that it cannot answer is not asked the same again; one that is silent is, in its turn. dnsjava
 * checks that an answer is one to the question, asks again over TCP for one that was cut short, follows aliases and
 * remembers answers. Safe for threads.
 */
final class NameServers {
    /** How often a question is sent in the time that there is for it: a datagram may get lost. */
    @Assumed("resolvers send about as often, and ask three servers at most, each of which has its turn then")
    static final int TRIES = 3;

    /** How many questions wait for an answer at a time; each has a socket of its own. */
    @Assumed("more clients at once than a test machine has, and fewer sockets than its connections are allowed")
    static final int AT_A_TIME = 1_000;

    private final List<InetSocketAddress> servers;
    private final Duration time;
    private final RecentAnswers recent;
    private final Executor executor;
    private final Ticker ticker;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    private NameServers(
            List<InetSocketAddress> servers, Duration time, RecentAnswers recent, Executor executor, Ticker ticker) {
        this.servers = servers;
        this.time = time;
        this.recent = recent;
        this.executor = executor;
        this.ticker = ticker;
    }

    /**
     * Servers that are given so much time for a question, all their tries together.
     *
     * @param addresses in the order in which they are asked, at least one; those behind the third are never asked
     * @param executor where answers are read
     * @param ticker what their time is measured by
     */
    static NameServers at(
            List<InetSocketAddress> addresses, Duration time, RecentAnswers recent, Executor executor, Ticker ticker) {
        return new NameServers(addresses.stream().limit(TRIES).toList(), time, recent, executor, ticker);
    }

    /** The records of a type; waits for them. */
    Answer ask(Name name, int type) {
        try {
            return pursue(name, type);
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
            return new Failed();
        }
    }

    private Answer pursue(Name name, int type) throws InterruptedException {
        var inquiry = new Inquiry(servers, time);
        var outcomes = new LinkedBlockingQueue<Outcome>();
        long start = ticker.nanos();
        while (true) {
            switch (inquiry.next(Duration.ofNanos(ticker.nanos() - start))) {
                case Step.Ask(var server, var patience) ->
                    send(server, patience, name, type).thenAccept(answer -> outcomes.add(new Outcome(server, answer)));
                case Step.Listen(var atMost) ->
                    Optional.ofNullable(outcomes.poll(atMost.toNanos(), TimeUnit.NANOSECONDS))
                            .ifPresent(inquiry::heard);
                case Step.Done(var answer) -> {
                    return answer;
                }
            }
        }
    }

    /** Asks one server; nothing comes of it if it is silent, or if there is no place in time. */
    private CompletionStage<Optional<Answer>> send(InetSocketAddress server, Duration patience, Name name, int type)
            throws InterruptedException {
        if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        // The place is free when dnsjava has closed its socket, which may be a while after we stopped to wait.
        return CompletableFuture.completedStage(name)
                .thenCompose(asked -> session(server, patience).lookupAsync(asked, type))
                .whenComplete((result, why) -> places.release())
                .handle((result, why) -> why == null ? Optional.of(found(result, type)) : meaning(why));
    }

    private LookupSession session(InetSocketAddress server, Duration patience) {
        var resolver = new SimpleResolver(server);
        resolver.setTimeout(patience);
        return LookupSession.builder()
                .resolver(resolver)
                .cache(recent)
                .maxRedirects(SimulatedDns.MAX_ALIASES + 1) // dnsjava counts the record at the end as one more
                .executor(executor)
                .build();
    }

    private static Answer found(LookupResult result, int type) {
        List<Record> records = result.getRecords().stream()
                .filter(record -> record.getType() == type)
                .toList();
        return records.isEmpty() ? new Nothing() : new Found(records);
    }

    /** SERVFAIL, REFUSED and the like are failures; that nobody answered is no answer. */
    private static Optional<Answer> meaning(Throwable why) {
        Throwable cause = why instanceof CompletionException ? why.getCause() : why;
        return switch (cause) {
            case NoSuchDomainException none -> Optional.of(new Nothing());
            case NoSuchRRSetException none -> Optional.of(new Nothing());
            case LookupFailedException failed -> Optional.of(new Failed());
            default -> Optional.empty();
        };
    }
}
