package dev.hatcheck.bench.table;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.Admissions;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
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

/** Decisions by the index beside those by the loop that is its specification, with a small table of all kinds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoopDecisions {
    @Param({"10", "100", "1000"})
    int entries;

    private Admissions loop;
    private HatIndex index;
    private Peer[] clients;
    private int next;

    @Setup
    public void commit() {
        var table = BigTable.of(new Senders(1), Senders.Kind.MIXED, entries, 100);
        loop = Admissions.of(table, ListenerSettings.of(ListenerType.PUBLIC));
        index = HatIndex.of(loop);
        clients = Clients.of(BigTable.entries(table), new Senders(2), Senders.Kind.MIXED);
    }

    @Benchmark
    public Admission index() {
        return index.admit(nextClient());
    }

    @Benchmark
    public Admission loop() {
        return loop.admit(nextClient());
    }

    private Peer nextClient() {
        return clients[next++ & clients.length - 1];
    }
}
