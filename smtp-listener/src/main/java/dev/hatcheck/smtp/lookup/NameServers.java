package dev.hatcheck.smtp.lookup;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.smtp.Ticker;
import dev.hatcheck.smtp.lookup.Answer.Failed;
import dev.hatcheck.smtp.lookup.Answer.Found;
import dev.hatcheck.smtp.lookup.Answer.Nothing;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private final List<LookupSession> servers;
    private final Duration patience;
    private final Ticker clock = Ticker.system();
    private final Semaphore places = new Semaphore(AT_A_TIME);

    private NameServers(List<LookupSession> servers, Duration patience) {
        this.servers = servers;
        this.patience = patience;
    }

    /**
     * Servers that are given so much time for a question, all their tries together.
     *
     * @param addresses in the order in which they are asked, at least one; those behind the third are never asked
     * @param executor where answers are read
     */
    static NameServers at(List<InetSocketAddress> addresses, Duration time, RecentAnswers recent, Executor executor) {
        Duration patience = time.dividedBy(TRIES);
        return new NameServers(
                addresses.stream()
                        .limit(TRIES)
                        .map(address -> session(address, patience, recent, executor))
                        .toList(),
                patience);
    }

    private static LookupSession session(
            InetSocketAddress address, Duration patience, RecentAnswers recent, Executor executor) {
        var resolver = new SimpleResolver(address);
        resolver.setTimeout(patience);
        return LookupSession.builder()
                .resolver(resolver)
                .cache(recent)
                .maxRedirects(SimulatedDns.MAX_ALIASES + 1) // dnsjava counts the record at the end as one more
                .executor(executor)
                .build();
    }

    /** The records of a type; waits for them. */
    Answer ask(Name name, int type) {
        var open = new ArrayDeque<>(servers);
        for (int tries = 0; tries < TRIES && !open.isEmpty(); tries++) {
            LookupSession server = open.remove();
            Optional<Answer> answer = ask(server, name, type);
            if (answer.isEmpty()) {
                open.add(server);
            } else if (!(answer.get() instanceof Failed)) {
                return answer.get();
            }
        }
        return new Failed();
    }

    /** What one server answers, if it does; to wait for a place is part of its time. */
    private Optional<Answer> ask(LookupSession server, Name name, int type) {
        long end = clock.nanos() + patience.toNanos();
        try {
            return Optional.of(found(send(server, name, type).get(end - clock.nanos(), TimeUnit.NANOSECONDS), type));
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof LookupFailedException why
                    ? Optional.of(meaning(why))
                    : Optional.empty();
        } catch (TimeoutException silent) {
            return Optional.empty();
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
            return Optional.of(new Failed());
        }
    }

    private CompletableFuture<LookupResult> send(LookupSession server, Name name, int type)
            throws InterruptedException, TimeoutException {
        if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        // The place is free when dnsjava has closed its socket, which may be a while after we stopped to wait.
        return CompletableFuture.completedStage(name)
                .thenCompose(asked -> server.lookupAsync(asked, type))
                .whenComplete((result, why) -> places.release())
                .toCompletableFuture();
    }

    private static Answer found(LookupResult result, int type) {
        List<Record> records = result.getRecords().stream()
                .filter(record -> record.getType() == type)
                .toList();
        return records.isEmpty() ? new Nothing() : new Found(records);
    }

    /** SERVFAIL, REFUSED and the like are failures. */
    private static Answer meaning(LookupFailedException why) {
        return why instanceof NoSuchDomainException || why instanceof NoSuchRRSetException
                ? new Nothing()
                : new Failed();
    }
}
