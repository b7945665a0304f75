package com.example.orders;

import dev.hatcheck.adapters.subetha.HatcheckSessions;
import dev.hatcheck.smtp.ListenerOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.subethamail.smtp.internal.proxy.ProxyProtocolV1V2Handler;
import org.subethamail.smtp.server.SMTPServer;

/** Receives orders behind a load balancer, which says by the PROXY protocol who the client is. */
public final class OrderServer implements AutoCloseable {
    private final SMTPServer server;

    /** Starts on a port of this machine; whom it lets in, and how, is said by the options. */
    public OrderServer(int port, Orders orders, ListenerOptions options) {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .proxyHandler(ProxyProtocolV1V2Handler.INSTANCE)
                .sessionHandler(HatcheckSessions.deliveringTo(orders, options)) // was: simpleMessageListener(orders)
                .build();
        server.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPortAllocated());
    }

    @Override
    public void close() {
        server.stop();
    }
}
