package dev.hatcheck.cli.serve;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.Endpoint;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.Given;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.smtp.ListenerOptions;
import java.util.List;
import java.util.Optional;

/** The options that name ports. */
final class PortOptions {
    /** This machine, as its clients and its name server know it. */
    static final IpAddress HERE = IpAddress.of((byte) 127, (byte) 0, (byte) 0, (byte) 1);

    private static final IpAddress HERE_IN_V6 = new IpAddress(0, 1);
    private static final Endpoint USUAL_SMTP = new Endpoint(HERE, 2525);
    private static final Endpoint USUAL_PROXY = new Endpoint(HERE, 2526);
    private static final Endpoint USUAL_XCLIENT = new Endpoint(HERE, 2527);

    private final Given<Endpoint> smtp = Given.of(
            "--smtp",
            "ADDR:PORT",
            Endpoint.class,
            "Where clients connect; port 0 lets the system choose. Without --smtp, --proxy and"
                    + " --xclient: 127.0.0.1:2525, 127.0.0.1:2526 for proxies, and 127.0.0.1:2527 for XCLIENT.");

    private final Given<Endpoint> proxy = Given.of(
            "--proxy",
            "ADDR:PORT",
            Endpoint.class,
            "Where proxies connect that say in a PROXY header for whom they speak. On loopback only.");

    private final Given<Endpoint> xclient = Given.of(
            "--xclient",
            "ADDR:PORT",
            Endpoint.class,
            "Where those connect who say by XCLIENT for whom they speak. On loopback only.");

    private final Given<List<IpRange>> trusted = Given.withCommas(
            "--trust",
            "CIDR",
            IpRange.class,
            "Who is believed at --proxy and --xclient, with commas between them (default: 127.0.0.1,::1).");

    /** All of them. */
    List<Given<?>> all() {
        return List.of(smtp, proxy, xclient, trusted);
    }

    /** Checks what can be wrong with the ports before they are bound. */
    void check(Findings findings, Diagnostics diagnostics) {
        checkLoopback("--proxy", proxy.value(), findings);
        checkLoopback("--xclient", xclient.value(), findings);
        smtp.value()
                .filter(endpoint -> !endpoint.isLoopback())
                .ifPresent(endpoint -> diagnostics.tell("hatcheck: warning: others than this machine can reach "
                        + endpoint + "; messages are accepted and thrown away"));
    }

    private static void checkLoopback(String option, Optional<Endpoint> port, Findings findings) {
        port.filter(endpoint -> !endpoint.isLoopback())
                .ifPresent(endpoint -> findings.error("hatcheck: " + option + " " + endpoint
                        + ": whoever reaches this port can be anybody, so it is on loopback only; write 127.0.0.1 or"
                        + " [::1]"));
    }

    private List<IpRange> believed() {
        return trusted.value().orElse(List.of(IpRange.of(HERE), IpRange.of(HERE_IN_V6)));
    }

    /** The ports named, or the usual three if none is. */
    ListenerOptions in(ListenerOptions options) {
        boolean usual = !smtp.isPresent() && !proxy.isPresent() && !xclient.isPresent();
        Optional<Endpoint> clients = usual ? Optional.of(USUAL_SMTP) : smtp.value();
        Optional<Endpoint> proxies = usual ? Optional.of(USUAL_PROXY) : proxy.value();
        Optional<Endpoint> introducers = usual ? Optional.of(USUAL_XCLIENT) : xclient.value();
        ListenerOptions withSmtp =
                clients.map(it -> options.withSmtp(it.socketAddress())).orElseGet(options::withoutSmtp);
        ListenerOptions withProxy = proxies.map(it -> withSmtp.withProxy(it.socketAddress(), believed()))
                .orElse(withSmtp);
        return introducers
                .map(it -> withProxy.withXclient(it.socketAddress(), believed()))
                .orElse(withProxy);
    }
}
