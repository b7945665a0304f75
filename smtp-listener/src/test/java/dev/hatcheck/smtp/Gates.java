package dev.hatcheck.smtp;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;
import java.net.InetSocketAddress;
import java.util.List;

/** Listeners for tests, by the table that they enforce. */
final class Gates {
    static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

    private Gates() {}

    /** Everybody may send mail to everybody, in clear or over TLS. */
    static Engine open() {
        return engine("ALL\n    ACCEPT { tls = \"on\"  max_concurrency = 2000 }\n");
    }

    static Engine engine(String hat) {
        return Engine.of(
                ListenerSettings.of(ListenerType.PUBLIC),
                HatReader.read(hat, "hat").value(),
                RatReader.read("ALL ACCEPT\n", "rat").value());
    }

    static ListenerOptions options() {
        return ListenerOptions.of(open()).withTls(TestTls::context);
    }

    /** With a port for XCLIENT from this machine. */
    static ListenerOptions withXclientPort(Engine engine) {
        return ListenerOptions.of(engine)
                .withXclient(ANY_PORT, List.of(IpRange.read("127.0.0.1").orElseThrow()));
    }

    /** With a port for proxies on this machine. */
    static ListenerOptions withProxyPort(Engine engine) {
        return ListenerOptions.of(engine)
                .withProxy(ANY_PORT, List.of(IpRange.read("127.0.0.1").orElseThrow()));
    }
}
