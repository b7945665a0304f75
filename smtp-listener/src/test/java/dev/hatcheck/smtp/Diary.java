package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.smtp.script.Script;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Follows every connection of a listener, and writes down what it hears, a line for each thing. */
final class Diary implements Onlooker {
    private static final String CLOSED = "closed";

    private final BlockingQueue<Entries> connections = new LinkedBlockingQueue<>();

    @Override
    public Following connected(InetSocketAddress local, InetSocketAddress remote) {
        var entries = new Entries(local, remote);
        connections.add(entries);
        return entries;
    }

    /** The next connection that was made. */
    Entries next() throws InterruptedException {
        Entries next = connections.poll(5, TimeUnit.SECONDS);
        assertThat(next).as("a connection").isNotNull();
        return next;
    }

    /** What was heard of one connection. */
    static final class Entries implements Following {
        final InetSocketAddress local;
        final InetSocketAddress remote;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final CountDownLatch end = new CountDownLatch(1);

        private Entries(InetSocketAddress local, InetSocketAddress remote) {
            this.local = local;
            this.remote = remote;
        }

        /** Waits for this line, with which the other lines so far are forgotten. */
        void awaits(String awaited) throws InterruptedException {
            for (String line = ""; !line.equals(awaited); ) {
                line = lines.poll(5, TimeUnit.SECONDS);
                assertThat(line)
                        .as("what was heard while waiting for %s", awaited)
                        .isNotNull();
            }
        }

        /** Waits until all is said, when the connection may still be there, and answers what was heard by then. */
        List<String> toTheLastWord() throws InterruptedException {
            assertThat(end.await(5, TimeUnit.SECONDS)).as("its end").isTrue();
            return List.copyOf(lines);
        }

        /** All of it, when the connection is closed; events by the names of their types. */
        List<String> toTheEnd() throws InterruptedException {
            List<String> all = new ArrayList<>();
            do {
                String line = lines.poll(5, TimeUnit.SECONDS);
                assertThat(line).as("what comes behind %s", all).isNotNull();
                all.add(line);
            } while (!all.getLast().equals(CLOSED));
            assertThat(lines).isEmpty();
            return all;
        }

        /** The same, without events. */
        List<String> dialogue() throws InterruptedException {
            return toTheEnd().stream().filter(line -> !line.startsWith("* ")).toList();
        }

        @Override
        public void tell(MailEvent event) {
            lines.add("* " + event.getClass().getSimpleName());
        }

        @Override
        public void heard(ByteBuffer bytes) {
            lines.add("C: " + text(bytes));
        }

        @Override
        public void said(ByteBuffer bytes) {
            lines.add("S: " + text(bytes));
        }

        private static String text(ByteBuffer bytes) {
            return StandardCharsets.ISO_8859_1
                    .decode(bytes)
                    .toString()
                    .replace("\r", "\\r")
                    .replace("\n", "\\n");
        }

        @Override
        public void secured(TlsSession session) {
            lines.add("TLS " + session);
        }

        @Override
        public void handshakeFailed(String why) {
            lines.add("no TLS: " + why);
        }

        @Override
        public void fired(Script script) {
            lines.add("! " + script.name());
        }

        @Override
        public void ended() {
            assertThat(end.getCount()).isOne();
            end.countDown();
        }

        @Override
        public void closed() {
            lines.add(CLOSED);
        }
    }
}
