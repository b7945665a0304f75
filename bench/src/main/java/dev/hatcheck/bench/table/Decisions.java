package dev.hatcheck.bench.table;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.HostAccessTable;
import java.util.List;
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

/** Decisions with tables of one kind, beside something plainer that a subclass brings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class Decisions {
    @Param({"1000", "100000", "1000000"})
    int entries;

    private final Senders.Kind kind;
    private Engine engine;
    private Peer[] clients;
    private int next;

    Decisions(Senders.Kind kind) {
        this.kind = kind;
    }

    @Setup
    public void commit() {
        HostAccessTable table = BigTable.of(new Senders(1), kind, entries, 10_000);
        List<Entry> all = BigTable.entries(table);
        engine = BigTable.commit(table);
        clients = Clients.of(all, new Senders(2), kind);
        prepare(table);
    }

    /** Gets the plainer thing ready. */
    abstract void prepare(HostAccessTable table);

    @Benchmark
    public Admission admit() {
        return engine.admit(nextClient());
    }

    /** What it takes to come by a client, of whom a gateway has just heard: to be taken off all other figures. */
    @Benchmark
    public long reach() {
        Peer client = nextClient();
        long reached = client.address().low() ^ client.address().high();
        if (client.reverseDns() instanceof ReverseDns.Verified(var name)) {
            reached ^= name.text().charAt(name.text().length() - 1);
        }
        return reached;
    }

    Peer nextClient() {
        return clients[next++ & clients.length - 1];
    }
}
