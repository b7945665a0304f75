package dev.hatcheck.bench.study;

import dev.hatcheck.bench.server.RunningServer;
import dev.hatcheck.bench.server.Usage;
import java.io.IOException;
import java.time.Duration;

/**
 * One server in one round.
 *
 * @param perSecond messages
 * @param cpuMicros of the server, a message
 * @param peakMib the most memory that it held
 * @param threads the most that were seen while the load was on
 */
record Sample(double perSecond, double cpuMicros, double peakMib, int threads) {
    private static final double KIB_IN_MIB = 1_024;

    static Sample take(RunningServer server, Load load, int messages) throws IOException {
        server.forgetPeak();
        Usage before = server.usage();
        try (var threads = ThreadWatch.of(server)) {
            Duration took = load.put(server.address(), messages);
            Usage after = server.usage();
            server.forgetMessages();
            double micros = after.cpu().minus(before.cpu()).toNanos() / 1e3;
            return new Sample(
                    messages / (took.toNanos() / 1e9), micros / messages, after.peakKib() / KIB_IN_MIB, threads.most());
        }
    }
}
