package dev.hatcheck.smtp;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.script.Scripts;
import dev.hatcheck.smtp.wire.Reception;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A listener at work: bound to its ports, it serves until it is closed.
 *
 * <p>One thread of its own serves all clients; it keeps the JVM alive. Safe for threads.
 */
public final class SmtpListener implements AutoCloseable {
    private final Reception reception;
    private final Set<InetSocketAddress> opened = ConcurrentHashMap.newKeySet();
    private Optional<InetSocketAddress> smtp = Optional.empty();
    private Optional<InetSocketAddress> proxy = Optional.empty();
    private Optional<InetSocketAddress> xclient = Optional.empty();

    private SmtpListener(Reception reception) {
        this.reception = reception;
    }

    /**
     * Binds and serves; every port is bound when it returns.
     *
     * @throws java.net.BindException if a port can not be had; the message names it
     */
    public static SmtpListener start(ListenerOptions options) throws IOException {
        var listener = new SmtpListener(new Reception(options));
        try {
            listener.bind(options.ports());
            return listener;
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    private void bind(ListenerPorts ports) throws IOException {
        if (ports.smtp().isPresent()) {
            smtp = Optional.of(reception.open(ports.smtp().get()));
        }
        if (ports.proxy().isPresent()) {
            proxy = Optional.of(reception.openToProxies(ports.proxy().get()));
        }
        if (ports.xclient().isPresent()) {
            xclient = Optional.of(reception.openToIntroducers(ports.xclient().get()));
        }
    }

    /** The port that clients connect to. */
    public int port() {
        return smtpAddress().getPort();
    }

    /** Where clients connect. */
    public InetSocketAddress smtpAddress() {
        return smtp.orElseThrow(() -> new IllegalStateException("this listener has no port for clients"));
    }

    /** Where proxies connect. */
    public InetSocketAddress proxyAddress() {
        return proxy.orElseThrow(() -> new IllegalStateException("this listener has no port for proxies"));
    }

    /** Where those connect who say by XCLIENT who the client is. */
    public InetSocketAddress xclientAddress() {
        return xclient.orElseThrow(() -> new IllegalStateException("this listener has no port for XCLIENT"));
    }

    /**
     * Opens one more port on 127.0.0.1, of the system's choice, for clients as they come; it is bound when this
     * returns.
     *
     * @throws IllegalStateException if the listener is closed
     */
    public InetSocketAddress open() throws IOException {
        return remembered(reception.open(ListenerPorts.ANY));
    }

    /**
     * The same, but whoever connects there counts as this client: it is looked up, decided about, counted and logged by
     * this address. Everybody on this machine can connect there, and nobody else.
     *
     * @throws IllegalStateException if the listener is closed
     */
    public InetSocketAddress open(IpAddress client) throws IOException {
        return remembered(reception.openTo(client, ListenerPorts.ANY));
    }

    private InetSocketAddress remembered(InetSocketAddress address) {
        opened.add(address);
        return address;
    }

    /**
     * Closes a port that was opened by {@link #open()} or {@link #open(IpAddress)}, and does nothing about any other:
     * when it returns, nobody can connect there any more. Connections that are open go on, without the port's scripts.
     */
    public void close(InetSocketAddress address) {
        if (opened.remove(address)) {
            reception.leave(address);
        }
    }

    /** The scripts that its sessions keep to, none at first: what it does otherwise than an appliance would. */
    public Scripts scripts() {
        return reception.scripts();
    }

    /** New connections are decided by this engine from now on; those that are open keep theirs. */
    public void commit(Engine engine) {
        reception.commit(engine);
    }

    /** The same, and new connections are looked up here: a connection has both of before, or both of these. */
    public void commit(Engine engine, HostLookup lookup) {
        reception.commit(engine, lookup);
    }

    /** Says 421 to every client, closes all and returns when the threads have ended, within ten seconds. */
    @Override
    public void close() {
        reception.close();
    }
}
