package dev.hatcheck.bench.table;

import dev.hatcheck.bench.server.Usage;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.HatWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Whole commands about files with a million entries, from the start of the launcher to the last line of the answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public class Commands {
    private static final int ENTRIES = Commit.ENTRIES;
    private static final int GROUP_SIZE = 10;

    @Param({"MIXED", "HOST_NAME"})
    Senders.Kind kind;

    @Param({"prove", "check", "diff REWRITTEN", "diff CHANGED", "diff UNRELATED"})
    String command;

    private final List<String> words = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private long peakKib;

    /** Writes the tables; the launcher builds here, if it has to. */
    @Setup
    public void write() throws IOException, InterruptedException {
        words.add(Path.of(System.getProperty("hatcheck")).toString());
        Path file = Commit.written(kind, GROUP_SIZE);
        files.add(file);
        switch (command) {
            case "prove" ->
                words.addAll(List.of("prove", "--hat", file.toString(), "from 208.90.57.0/26 requires tls"));
            case "check" -> words.addAll(List.of("check", "--hat", file.toString()));
            default ->
                words.addAll(List.of("diff", file.toString(), varied(file).toString()));
        }
    }

    private Path varied(Path file) throws IOException {
        HostAccessTable table =
                HatReader.read(Files.readString(file), file.toString()).value();
        var variation = Variation.valueOf(command.substring(command.indexOf(' ') + 1));
        Path other = Files.createTempFile("other", ".hat");
        files.add(other);
        Files.writeString(other, HatWriter.write(variation.of(table, kind, ENTRIES, GROUP_SIZE)));
        return other;
    }

    @Benchmark
    public int run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            Usage.ofRunning(process.pid()).ifPresent(usage -> peakKib = Math.max(peakKib, usage.peakKib()));
        }
        int status = process.exitValue();
        if (status > 1) {
            throw new IllegalStateException(words + " ended with " + status);
        }
        return status;
    }

    @TearDown
    public void tell() throws IOException {
        System.out.printf("rss: at most %d MiB%n", peakKib >> 10);
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
