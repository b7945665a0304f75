package dev.hatcheck.bench.table;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.insight.Claim;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.engine.insight.Lint;
import dev.hatcheck.engine.insight.Meant;
import dev.hatcheck.engine.insight.Partition;
import dev.hatcheck.engine.insight.Proof;
import dev.hatcheck.engine.insight.Space;
import dev.hatcheck.engine.insight.Treatment;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.policies.text.HatReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/** Questions about a table of a million entries that has been read, once in a process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class Insight {
    @Param({"10", "100000"})
    int groupSize;

    @Param({"MIXED", "HALF_NAMES", "IPV6", "HOST_NAME"})
    Senders.Kind kind;

    private HostAccessTable table;
    private Engine engine;
    private long cpuBefore;

    /** Reads and commits the table. */
    @Setup
    public void read() throws IOException, InterruptedException {
        Path file = Commit.written(kind, groupSize);
        table = HatReader.read(Files.readString(file), "big.hat").value();
        Files.delete(file);
        engine = BigTable.commit(table);
        cpuBefore = Commit.cpu();
    }

    /** All findings. */
    @Benchmark
    public List<Finding> check() {
        return Lint.of(table, new RecipientAccessTable(List.of()), engine, Optional.empty())
                .toList();
    }

    /** A claim about a network, one about names, and one about everybody. */
    @Benchmark
    public List<Proof> prove() {
        var senders = List.<Sender>of(
                new Sender.Address(IpRange.read("208.90.57.0/26").orElseThrow()),
                new Sender.PartialHost(new HostName("res.cisco.com")));
        Partition partition = Partition.of(Space.of(engine.index(), senders), engine);
        return List.of(
                Proof.of(partition, requiresTls(Meant.everybody().anyOf(senders.subList(0, 1)), senders)),
                Proof.of(partition, requiresTls(Meant.everybody().anyOf(senders.subList(1, 2)), senders)),
                Proof.of(partition, requiresTls(Meant.everybody(), senders)));
    }

    private static Claim requiresTls(Meant meant, List<Sender> senders) {
        return new Claim(meant, senders, Set.of(), Set.of(), new Treatment.RequiresTls(), true);
    }

    /** Tells of the heap, that of reading and committing included, and of what the answer took of all cores. */
    @TearDown
    public void weigh() {
        System.out.printf(
                "cpu: %d ms; heap: at most %d MiB with %s%n", Commit.cpu() - cpuBefore, Commit.peak(), engine);
    }
}
