package dev.hatcheck.smtp.script;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The scripts of a listener, in order, and how often sessions have come to each.
 *
 * <p>The first that is for a session and whose time it is acts; those behind it do not hear of it. Open connections
 * hear at once of a script that is added or removed. Safe for threads.
 */
public final class Scripts {
    private final List<Counted> running = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** No scripts. */
    public Scripts() {}

    /** A script, where it counts, and how often sessions have come to it. */
    private static final class Counted {
        private final Script script;
        private final Optional<InetSocketAddress> port;
        private long times;

        Counted(Script script, Optional<InetSocketAddress> port) {
            this.script = script;
            this.port = port;
        }

        boolean isFor(InetSocketAddress local, Scene scene) {
            return port.map(local::equals).orElse(true) && script.isFor(scene);
        }
    }

    /** Adds a script for clients at any port. */
    public void add(Script script) {
        running.add(new Counted(script, Optional.empty()));
    }

    /** Adds a script for clients at this port. */
    public void add(Script script, InetSocketAddress port) {
        running.add(new Counted(script, Optional.of(port)));
    }

    /** Removes a script at all ports that it was added for. */
    public void remove(Script script) {
        running.removeIf(one -> one.script.equals(script));
    }

    /** Removes the scripts that were added for this port. */
    public void removeAll(InetSocketAddress port) {
        running.removeIf(one -> one.port.filter(port::equals).isPresent());
    }

    /**
     * The scripts for one connection.
     *
     * @param local our end of it
     * @param told who hears of each script that acts, before it does
     */
    public Cues at(InetSocketAddress local, Consumer<Script> told) {
        return new Cues() {
            @Override
            public boolean isEmpty() {
                return running.isEmpty();
            }

            @Override
            public Optional<Script> next(Scene scene) {
                Optional<Script> found = count(local, scene);
                found.ifPresent(told);
                return found;
            }

            @Override
            public OptionalLong nextByte(Scene scene, long from) {
                return firstByte(local, scene, from);
            }
        };
    }

    private Optional<Script> count(InetSocketAddress local, Scene scene) {
        lock.lock();
        try {
            return running.stream()
                    .filter(one -> one.isFor(local, scene))
                    .filter(one -> one.script.times().include(++one.times))
                    .findFirst()
                    .map(one -> one.script);
        } finally {
            lock.unlock();
        }
    }

    private OptionalLong firstByte(InetSocketAddress local, Scene scene, long from) {
        return running.stream()
                .map(one -> one.script.moment())
                .filter(Moment.Content.class::isInstance)
                .map(Moment.Content.class::cast)
                .filter(moment -> moment.bytes() >= from)
                .filter(moment -> running.stream().anyMatch(one -> one.isFor(local, scene.at(moment))))
                .mapToLong(Moment.Content::bytes)
                .min();
    }
}
