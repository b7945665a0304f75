package dev.hatcheck.bench.study;

import dev.hatcheck.bench.server.RunningServer;
import dev.hatcheck.bench.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Servers under the same load, beside each other.
 *
 * <p>A round puts each server under it in turn, the order moving on by one from round to round; the first round warms
 * up and does not count. A machine that others use is faster in one minute and slower in the next, so what tells is the
 * ratio to the reference, the first of the servers, in the same round.
 */
final class Comparison {
    static final List<String> HEADER =
            List.of("server", "messages/s", "ratio in the round", "CPU us/message", "peak RSS MiB", "threads");

    private final List<RunningServer> servers;
    private final List<List<Sample>> samples = new ArrayList<>();

    private Comparison(List<RunningServer> servers) {
        this.servers = servers;
        servers.forEach(server -> samples.add(new ArrayList<>()));
    }

    /** Starts the servers, compares them under each load, and ends them; answers a table for each. */
    static List<Table> of(List<Server> servers, Path folder, List<NamedLoad> loads, int rounds) throws IOException {
        var running = new ArrayList<RunningServer>();
        var tables = new ArrayList<Table>();
        try {
            for (Server server : servers) {
                running.add(RunningServer.start(server, folder));
            }
            for (NamedLoad load : loads) {
                tables.add(new Comparison(running).under(load, rounds));
            }
            return tables;
        } finally {
            running.forEach(RunningServer::close);
        }
    }

    /**
     * A load with its name.
     *
     * @param messages in a round
     */
    record NamedLoad(String name, Load load, int messages) {}

    private Table under(NamedLoad named, int rounds) throws IOException {
        var order = new ArrayList<Integer>();
        for (int server = 0; server < servers.size(); server++) {
            order.add(server);
        }
        for (int round = 0; round <= rounds; round++) {
            for (int server : order) {
                Sample sample = Sample.take(servers.get(server), named.load(), named.messages());
                if (round > 0) {
                    samples.get(server).add(sample);
                }
            }
            Collections.rotate(order, -1);
        }
        return table(named, rounds);
    }

    private Table table(NamedLoad named, int rounds) {
        var rows = new ArrayList<List<String>>();
        for (int server = 0; server < servers.size(); server++) {
            List<Sample> own = samples.get(server);
            rows.add(List.of(
                    servers.get(server).name(),
                    figure(own, Sample::perSecond).rounded(),
                    ratio(own).ratio(),
                    figure(own, Sample::cpuMicros).rounded(),
                    figure(own, Sample::peakMib).rounded(),
                    figure(own, Sample::threads).rounded()));
        }
        return new Table(named.name() + ", " + named.messages() + " messages, " + rounds + " rounds", HEADER, rows);
    }

    private static Figure figure(List<Sample> samples, ToDoubleFunction<Sample> of) {
        return Figure.of(samples.stream().mapToDouble(of).toArray());
    }

    private Figure ratio(List<Sample> own) {
        double[] ratios = new double[own.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] =
                    own.get(round).perSecond() / samples.get(0).get(round).perSecond();
        }
        return Figure.of(ratios);
    }
}
