package dev.hatcheck.acceptance;

import dev.hatcheck.adapters.subetha.HatcheckSessions;
import dev.hatcheck.fixtures.transcript.TranscriptServer;
import dev.hatcheck.smtp.ListenerOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.subethamail.smtp.internal.proxy.ProxyProtocolV1V2Handler;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.SessionHandler;

/** Two SubEthaSMTP servers with one Hatcheck between them: one reads PROXY headers, one does not. */
record SubEthaServer(SMTPServer direct, SMTPServer proxied) implements TranscriptServer {
    /** It logs every start and stop; held here, or it would be forgotten and talk again. */
    private static final Logger SUBETHA = Logger.getLogger("org.subethamail");

    /**
     * A session that ends by an error is seen by what it leaves behind; a stack trace of it would be news to nobody.
     */
    private static final ThreadFactory QUIET =
            Thread.ofVirtual().uncaughtExceptionHandler((session, error) -> {}).factory();

    static {
        SUBETHA.setLevel(Level.OFF);
    }

    static TranscriptServer start(ListenerOptions options) {
        var sessions = new HatcheckSessions(options);
        var server = new SubEthaServer(
                builder(sessions).build(),
                builder(sessions)
                        .proxyHandler(ProxyProtocolV1V2Handler.INSTANCE)
                        .build());
        server.direct.start();
        server.proxied.start();
        return server;
    }

    private static SMTPServer.Builder builder(SessionHandler sessions) {
        return SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .executorService(Executors.newThreadPerTaskExecutor(QUIET))
                .sessionHandler(sessions);
    }

    @Override
    public InetSocketAddress smtp() {
        return address(direct);
    }

    @Override
    public InetSocketAddress proxy() {
        return address(proxied);
    }

    @Override
    public InetSocketAddress xclient() {
        throw new UnsupportedOperationException("SubEthaSMTP has nobody to introduce clients");
    }

    private static InetSocketAddress address(SMTPServer server) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPortAllocated());
    }

    @Override
    public void close() {
        direct.stop();
        proxied.stop();
    }
}
