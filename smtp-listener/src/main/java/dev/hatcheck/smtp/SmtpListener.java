package dev.hatcheck.smtp;

import dev.hatcheck.engine.Engine;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Skeleton of the interface; the body follows. */
public final class SmtpListener implements AutoCloseable {
    private SmtpListener() {}

    /** Binds and serves; every port is bound when it returns. */
    public static SmtpListener start(ListenerOptions options) throws IOException {
        throw new IOException("not yet");
    }

    /** The port that clients connect to. */
    public int port() {
        return smtpAddress().getPort();
    }

    /** Where clients connect. */
    public InetSocketAddress smtpAddress() {
        throw new IllegalStateException("there is no such port");
    }

    /** Where proxies connect. */
    public InetSocketAddress proxyAddress() {
        throw new IllegalStateException("there is no such port");
    }

    /** New connections are decided by this engine from now on; those that are open keep theirs. */
    public void commit(Engine engine) {}

    /** Says 421 to every client, closes all and returns when the threads have ended, within ten seconds. */
    @Override
    public void close() {}
}
