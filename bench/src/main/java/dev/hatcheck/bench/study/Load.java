package dev.hatcheck.bench.study;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** What a server is put under: a number of messages. */
@FunctionalInterface
interface Load {
    /** Sends them all, and answers how long it took. */
    Duration put(InetSocketAddress server, int messages) throws IOException;
}
