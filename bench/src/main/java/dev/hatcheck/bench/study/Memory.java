package dev.hatcheck.bench.study;

import dev.hatcheck.bench.client.Dialogue;
import dev.hatcheck.bench.client.IdleCrowd;
import dev.hatcheck.bench.client.Message;
import dev.hatcheck.bench.client.SmtpSource;
import dev.hatcheck.bench.server.RunningServer;
import dev.hatcheck.bench.server.Servers;
import dev.hatcheck.bench.server.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;

/** What Hatcheck holds: after many messages, with many idle clients, and with a very large message. */
final class Memory implements Study {
    private static final List<String> HEADER =
            List.of("what", "RSS before MiB", "peak RSS MiB", "grown by MiB", "threads", "remark");
    private static final int MANY = 20_000;
    private static final int SMALL = 4_096;
    private static final int LARGE = 100 * 1_024 * 1_024;
    private static final int WARM_UP = 200;

    private final SSLContext trust;

    Memory(SSLContext trust) {
        this.trust = trust;
    }

    @Override
    public List<Table> measure(Servers servers, Effort effort) throws IOException {
        var rows = new ArrayList<List<String>>();
        rows.add(watched(servers, MANY + " messages, smtp-source -s 10", false, running -> {
            SmtpSource.MODES.get(0).run(running.address(), MANY, SMALL);
            return "";
        }));
        rows.add(watched(
                servers, "idle connections, after EHLO", false, running -> idle(running, effort.connections())));
        rows.add(watched(servers, "a message of 100 MiB in clear", false, running -> large(running, false)));
        rows.add(watched(servers, "a message of 100 MiB over TLS", true, running -> large(running, true)));
        return List.of(new Table("Memory, each in a new process with the launcher's settings", HEADER, rows));
    }

    /** Something that a server goes through, and what is to be remarked about it. */
    private interface Trial {
        String on(RunningServer server) throws IOException;
    }

    private List<String> watched(Servers servers, String name, boolean overTls, Trial trial) throws IOException {
        try (var running = RunningServer.start(servers.hatcheck(), servers.folder())) {
            warmUp(running, overTls);
            running.forgetPeak();
            Usage before = running.usage();
            try (var threads = ThreadWatch.of(running)) {
                String remark = trial.on(running);
                Usage after = running.usage();
                return List.of(
                        name,
                        mib(before.residentKib()),
                        mib(after.peakKib()),
                        mib(after.peakKib() - before.residentKib()),
                        Integer.toString(threads.most()),
                        remark);
            }
        }
    }

    /** Small messages by the same way, so that what grows later is not the code that they need. */
    private void warmUp(RunningServer running, boolean overTls) throws IOException {
        for (int message = 0; message < WARM_UP; message++) {
            send(running, Message.of(SMALL), overTls);
        }
    }

    private String idle(RunningServer running, int connections) throws IOException {
        long before = running.usage().residentKib();
        try (var crowd = IdleCrowd.open(running.address(), connections)) {
            long each = (running.usage().residentKib() - before) * 1_024 / crowd.size();
            return String.format(Locale.ROOT, "%,d connections, %,d bytes each", crowd.size(), each);
        }
    }

    private String large(RunningServer running, boolean overTls) throws IOException {
        long start = System.nanoTime();
        send(running, Message.of(LARGE), overTls);
        return String.format(Locale.ROOT, "taken in %.1f s", (System.nanoTime() - start) / 1e9);
    }

    private void send(RunningServer running, byte[] message, boolean overTls) throws IOException {
        try (var dialogue = Dialogue.connect(running.address())) {
            dialogue.greet();
            if (overTls) {
                dialogue.secure(trust);
            }
            dialogue.mail(message);
            dialogue.quit();
        }
    }

    private static String mib(long kib) {
        return String.format(Locale.ROOT, "%.0f", kib / 1_024.0);
    }
}
