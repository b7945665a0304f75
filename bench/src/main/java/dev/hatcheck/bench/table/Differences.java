package dev.hatcheck.bench.table;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.insight.Difference;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Comparing two tables of a million entries each, once in a process that has compared nothing before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class Differences {
    private static final int ENTRIES = 1_000_000;

    @Param({"10", "100000"})
    int groupSize;

    @Param({"MIXED", "HALF_NAMES", "IPV6", "HOST_NAME"})
    Senders.Kind kind;

    @Param({"REWRITTEN", "CHANGED", "UNRELATED"})
    Variation variation;

    private Engine before;
    private Engine after;
    private Difference difference;
    private long cpuBefore;

    @Setup
    public void draw() {
        var table = BigTable.of(new Senders(1), kind, ENTRIES, groupSize);
        before = BigTable.commit(table);
        after = BigTable.commit(variation.of(table, kind, ENTRIES, groupSize));
        cpuBefore = Commit.cpu();
    }

    @Benchmark
    public Difference compare() {
        difference = Difference.of(before, after);
        return difference;
    }

    @TearDown
    public void weigh() {
        int regions = difference.changes().stream()
                .mapToInt(change -> change.regions().size())
                .sum();
        System.out.printf(
                "cpu: %d ms; %d changes in %d regions%s; heap with both tables: at most %d MiB%n",
                Commit.cpu() - cpuBefore,
                difference.changes().size(),
                regions,
                difference.isComplete() ? "" : " and more",
                Commit.peak());
    }
}
