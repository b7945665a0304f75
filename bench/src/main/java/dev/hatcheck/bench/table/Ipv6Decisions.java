package dev.hatcheck.bench.table;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Sender;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions about clients of IPv6, beside a plain binary search over the upper halves of as many addresses. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Ipv6Decisions {
    @Param({"1000", "100000", "1000000"})
    int entries;

    private Engine engine;
    private Peer[] clients;
    private long[] starts;
    private int next;

    @Setup
    public void commit() {
        var table = BigTable.of(new Senders(1), Senders.Kind.IPV6, entries, 10_000);
        engine = BigTable.commit(table);
        clients = Clients.of(BigTable.entries(table), new Senders(2), Senders.Kind.IPV6);
        starts = BigTable.entries(table).stream()
                .mapToLong(entry ->
                        ((Sender.Address) entry.sender()).range().first().high())
                .sorted()
                .toArray();
    }

    @Benchmark
    public Admission admit() {
        return engine.admit(nextClient());
    }

    @Benchmark
    public int binarySearch() {
        return Arrays.binarySearch(starts, nextClient().address().high());
    }

    private Peer nextClient() {
        return clients[next++ & clients.length - 1];
    }
}
