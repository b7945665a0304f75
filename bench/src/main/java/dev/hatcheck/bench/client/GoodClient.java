package dev.hatcheck.bench.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A client that brings a message now and then, each over a new connection, and notes how long each took. */
public final class GoodClient {
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final int SIZE = 4_096;

    private final InetSocketAddress server;
    private final byte[] message = Message.of(SIZE);

    /** One that is about to begin. */
    public GoodClient(InetSocketAddress server) {
        this.server = server;
    }

    /**
     * How it was served.
     *
     * @param millis from connecting until 221 of each message taken, in ascending order
     * @param refused messages that were not taken
     */
    public record Service(double[] millis, int refused) {
        /** The time in which this share of the messages was taken; the last is the longest. */
        public double within(double share) {
            int at = (int) Math.ceil(share * millis.length) - 1;
            return millis.length == 0 ? Double.NaN : millis[Math.max(0, at)];
        }
    }

    /** Brings messages for so long. */
    public Service bring(Duration time) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        int refused = 0;
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            try (var dialogue = Dialogue.connect(server)) {
                dialogue.greet();
                dialogue.mail(message);
                dialogue.quit();
                millis.add((System.nanoTime() - start) / 1e6);
            } catch (IOException no) {
                refused++;
            }
            Thread.sleep(BETWEEN);
        }
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Service(sorted, refused);
    }
}
