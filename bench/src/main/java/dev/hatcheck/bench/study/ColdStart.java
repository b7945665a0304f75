package dev.hatcheck.bench.study;

import dev.hatcheck.bench.client.Dialogue;
import dev.hatcheck.bench.server.RunningServer;
import dev.hatcheck.bench.server.Server;
import dev.hatcheck.bench.server.Servers;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.Preset;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.SmtpListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How long until the first greeting: of a new process beside Wiser, and of one more listener in a JVM that runs. */
final class ColdStart implements Study {
    private static final int STARTS_A_ROUND = 3;
    private static final int LISTENERS = 300;
    private static final double NANOS_IN_MILLI = 1e6;

    @Override
    public List<Table> measure(Servers servers, Effort effort) throws IOException {
        return List.of(processes(servers, effort.rounds() * STARTS_A_ROUND), listeners());
    }

    private static Table processes(Servers servers, int rounds) throws IOException {
        var measured = new ArrayList<Server>(List.of(servers.wiser()));
        measured.addAll(servers.presets());
        var millis = new double[measured.size()][rounds];
        var cpuMillis = new double[measured.size()][rounds];
        for (int round = -1; round < rounds; round++) {
            for (int turn = 0; turn < measured.size(); turn++) {
                int server = (turn + round + 1) % measured.size();
                Start start = untilGreeting(measured.get(server), servers);
                if (round >= 0) { // the first brings files into memory
                    millis[server][round] = start.millis();
                    cpuMillis[server][round] = start.cpuMillis();
                }
            }
        }
        var rows = new ArrayList<List<String>>();
        for (int server = 0; server < measured.size(); server++) {
            double[] ratios = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                ratios[round] = millis[server][round] / millis[0][round];
            }
            rows.add(List.of(
                    measured.get(server).name(),
                    Figure.of(millis[server]).rounded(),
                    Figure.of(cpuMillis[server]).rounded(),
                    Figure.of(ratios).ratio()));
        }
        return new Table(
                "Cold start, from the start of java to the first 220, " + rounds + " rounds",
                List.of("server", "ms", "CPU ms", "ratio in the round"),
                rows);
    }

    /** What a start took. */
    private record Start(double millis, double cpuMillis) {}

    private static Start untilGreeting(Server server, Servers servers) throws IOException {
        long start = System.nanoTime();
        try (var running = RunningServer.start(server, servers.folder());
                var dialogue = Dialogue.connect(running.address())) {
            dialogue.expect(220);
            double millis = (System.nanoTime() - start) / NANOS_IN_MILLI;
            return new Start(millis, running.usage().cpu().toMillis());
        }
    }

    private static Table listeners() throws IOException {
        var hat = HatReader.read(Preset.CRES.hatText(), "cres.hat");
        var rat = RatReader.read(Preset.CRES.ratText().orElseThrow(), "cres.rat");
        var engine = Engine.of(ListenerSettings.of(ListenerType.PUBLIC), hat.value(), rat.value());
        double[] started = new double[LISTENERS];
        double[] greeted = new double[LISTENERS];
        for (int listener = 0; listener < LISTENERS; listener++) {
            long start = System.nanoTime();
            try (var gate = SmtpListener.start(ListenerOptions.of(engine))) {
                started[listener] = (System.nanoTime() - start) / NANOS_IN_MILLI;
                try (var dialogue = Dialogue.connect(gate.smtpAddress())) {
                    dialogue.expect(220);
                    greeted[listener] = (System.nanoTime() - start) / NANOS_IN_MILLI;
                }
            }
        }
        return new Table(
                "One more listener in a JVM that runs, " + LISTENERS + " of them",
                List.of("until", "ms, median and range"),
                List.of(
                        List.of("SmtpListener.start returns", millis(Figure.of(started))),
                        List.of("a client has the first 220", millis(Figure.of(greeted)))));
    }

    private static String millis(Figure figure) {
        return "%.2f (%.2f-%.2f)".formatted(figure.median(), figure.least(), figure.most());
    }
}
