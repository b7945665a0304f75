package dev.hatcheck.bench.server;

import java.util.List;
import java.util.function.IntFunction;

/** A server that can be started. */
public sealed interface Server {
    /** Its name in tables. */
    String name();

    /** One that takes a free port and says on standard output {@code ready smtp ADDRESS:PORT}. */
    record Announcing(String name, List<String> command) implements Server {
        public Announcing {
            command = List.copyOf(command);
        }
    }

    /** The same, of those in {@code dev.hatcheck.bench.peer}: it forgets its messages when it reads {@code forget}. */
    record Peer(String name, List<String> command) implements Server {
        public Peer {
            command = List.copyOf(command);
        }
    }

    /**
     * One that says nothing and is told its port.
     *
     * @param command what runs it on a port of 127.0.0.1
     */
    record Silent(String name, IntFunction<List<String>> command) implements Server {}
}
