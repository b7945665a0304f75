package dev.hatcheck.bench.table;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.address.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Decisions about clients with a verified name, beside a map that is asked for each end of the name. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HostNameDecisions {
    @Param({"1000", "100000", "1000000"})
    int entries;

    private final Map<String, Integer> ranks = new HashMap<>();
    private Engine engine;
    private Peer[] clients;
    private int next;

    @Setup
    public void commit() {
        var table = BigTable.of(new Senders(1), Senders.Kind.HOST_NAME, entries, 10_000);
        engine = BigTable.commit(table);
        List<Entry> all = BigTable.entries(table);
        clients = Clients.of(all, new Senders(2), Senders.Kind.HOST_NAME);
        for (int rank = 0; rank < all.size(); rank++) {
            ranks.putIfAbsent(all.get(rank).written(), rank);
        }
    }

    @Benchmark
    public Admission admit() {
        return engine.admit(nextClient());
    }

    @Benchmark
    public int map() {
        String name = nextClient().reverseDns().host().map(HostName::text).orElseThrow();
        int lowest = ranks.getOrDefault(name, Integer.MAX_VALUE);
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            lowest = Math.min(lowest, ranks.getOrDefault(name.substring(dot), Integer.MAX_VALUE));
        }
        return lowest;
    }

    private Peer nextClient() {
        return clients[next++ & clients.length - 1];
    }
}
