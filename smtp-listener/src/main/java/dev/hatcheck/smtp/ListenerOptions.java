package dev.hatcheck.smtp;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.limits.Box;
import dev.hatcheck.engine.maillog.EventSink;
import dev.hatcheck.policies.address.IpRange;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * What a listener is started with.
 *
 * <p>{@link #of} has a port of the system's choice on 127.0.0.1, no port for proxies or XCLIENT, no certificate, knows
 * nobody and keeps nothing; each {@code with} answers a changed copy.
 *
 * @param engine what decides
 * @param ports where clients, and those who speak for clients, connect
 * @param lookup who clients are
 * @param sink where messages go
 * @param events who hears of everything
 * @param tls what it makes of STARTTLS
 * @param ticker the time that deadlines go by
 * @param box what the listener is counted in together with others; without one it has a box to itself
 * @param onlooker who may follow each connection
 */
public record ListenerOptions(
        Engine engine,
        ListenerPorts ports,
        HostLookup lookup,
        MessageSink sink,
        EventSink events,
        StartTls tls,
        Ticker ticker,
        Optional<Box> box,
        Onlooker onlooker) {
    /** A listener of this engine, otherwise as the type says. */
    public static ListenerOptions of(Engine engine) {
        return new ListenerOptions(
                engine,
                ListenerPorts.anyForClients(),
                HostLookup.nobody(),
                MessageSink.discarding(),
                Nobody.HERE,
                new StartTls.WithoutCertificate(),
                Ticker.system(),
                Optional.empty(),
                Onlooker.nobody());
    }

    /** With clients connecting here. */
    public ListenerOptions withSmtp(InetSocketAddress address) {
        return with(ports.withSmtp(address));
    }

    /** With no port for clients that speak for themselves. */
    public ListenerOptions withoutSmtp() {
        return with(ports.withoutSmtp());
    }

    /** With proxies connecting here, of which only those in the ranges are believed. */
    public ListenerOptions withProxy(InetSocketAddress address, List<IpRange> trustedPeers) {
        return with(ports.withProxy(address, trustedPeers));
    }

    /**
     * With those connecting here who give XCLIENT; only those in the ranges may, and they are the trusted proxies, too.
     */
    public ListenerOptions withXclient(InetSocketAddress address, List<IpRange> trustedPeers) {
        return with(ports.withXclient(address, trustedPeers));
    }

    private ListenerOptions with(ListenerPorts other) {
        return new ListenerOptions(engine, other, lookup, sink, events, tls, ticker, box, onlooker);
    }

    /** With this source of facts about clients. */
    public ListenerOptions withLookup(HostLookup other) {
        return new ListenerOptions(engine, ports, other, sink, events, tls, ticker, box, onlooker);
    }

    /** With messages going here. */
    public ListenerOptions withSink(MessageSink other) {
        return new ListenerOptions(engine, ports, lookup, other, events, tls, ticker, box, onlooker);
    }

    /** With this listener to events. */
    public ListenerOptions withEvents(EventSink other) {
        return new ListenerOptions(engine, ports, lookup, sink, other, tls, ticker, box, onlooker);
    }

    /** With TLS; the context is asked for at the first handshake, off the listener's own thread. */
    public ListenerOptions withTls(Supplier<SSLContext> context) {
        return withTls(StartTls.by(context));
    }

    /** With this to make of STARTTLS. */
    public ListenerOptions withTls(StartTls other) {
        return new ListenerOptions(engine, ports, lookup, sink, events, other, ticker, box, onlooker);
    }

    /** With deadlines that go by this time. */
    public ListenerOptions withTicker(Ticker other) {
        return new ListenerOptions(engine, ports, lookup, sink, events, tls, other, box, onlooker);
    }

    /** With this box, whose limits count all listeners that are started with it. */
    public ListenerOptions withBox(Box other) {
        return new ListenerOptions(engine, ports, lookup, sink, events, tls, ticker, Optional.of(other), onlooker);
    }

    /** With somebody who may follow each connection; events go to their sink as well. */
    public ListenerOptions withOnlooker(Onlooker other) {
        return new ListenerOptions(engine, ports, lookup, sink, events, tls, ticker, box, other);
    }
}
