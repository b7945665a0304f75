package dev.hatcheck.bench.table;

import com.sun.management.OperatingSystemMXBean;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.HatWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Reading a table of a million entries and making an engine of it, once in a process that has done nothing before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 3,
        jvmArgs = {"-Xmx400m", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class Commit {
    static final int ENTRIES = 1_000_000;

    @Param({"10", "100000"})
    int groupSize;

    private Path file;
    private Engine engine;

    /** Writes the table. */
    @Setup
    public void write() throws IOException, InterruptedException {
        file = written(Senders.Kind.MIXED, groupSize);
    }

    /** A file with a table, by a process of its own, so that what it takes to draw the table is not counted. */
    static Path written(Senders.Kind kind, int groupSize) throws IOException, InterruptedException {
        Path file = Files.createTempFile("big", ".hat");
        int status = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Commit.class.getName(),
                        file.toString(),
                        kind.name(),
                        Integer.toString(groupSize))
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("no table was written");
        }
        return file;
    }

    /** Writes a table. */
    public static void main(String[] arguments) throws IOException {
        var table = BigTable.of(
                new Senders(1), Senders.Kind.valueOf(arguments[1]), ENTRIES, Integer.parseInt(arguments[2]));
        Files.writeString(Path.of(arguments[0]), HatWriter.write(table));
    }

    @Benchmark
    public Engine readAndCommit() throws IOException {
        engine = BigTable.commit(
                HatReader.read(Files.readString(file), "big.hat").value());
        return engine;
    }

    @TearDown
    public void weigh() throws IOException {
        Files.delete(file);
        long peak = peak();
        System.gc();
        long kept = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        System.out.printf("heap: at most %d MiB, of which %d MiB stay with %s%n", peak, kept, engine);
    }

    /** What all threads have taken of the processors so far, those of the virtual machine included, in ms. */
    static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000_000;
    }

    /** The most heap that was used so far, in MiB. */
    static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
