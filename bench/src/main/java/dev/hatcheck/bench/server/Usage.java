package dev.hatcheck.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a process has used so far, as Linux counts it.
 *
 * @param cpu user and system time of all its threads, in steps of 10 ms
 * @param residentKib memory that it holds now
 * @param peakKib the most that it held since it started, or since the peak was forgotten
 * @param threads at this moment
 */
public record Usage(Duration cpu, long residentKib, long peakKib, int threads) {
    /** Linux tells user space of a hundred ticks a second, whatever the kernel's own are. */
    private static final Duration TICK = Duration.ofMillis(10);

    private static final int UTIME = 11;
    private static final int STIME = 12;

    static Usage of(long pid) throws IOException {
        Path folder = Path.of("/proc", Long.toString(pid));
        String stat = Files.readString(folder.resolve("stat"));
        // The name of the program, in parentheses, may hold blanks; the fields are counted behind it.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
        List<String> status = Files.readAllLines(folder.resolve("status"));
        return new Usage(TICK.multipliedBy(ticks), number(status, "VmRSS:"), number(status, "VmHWM:"), (int)
                number(status, "Threads:"));
    }

    /** The same of a process that may end meanwhile. */
    public static Optional<Usage> ofRunning(long pid) {
        try {
            return Optional.of(of(pid));
        } catch (IOException | IllegalStateException ended) {
            return Optional.empty();
        }
    }

    private static long number(List<String> status, String key) {
        return status.stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("/proc has no " + key));
    }
}
