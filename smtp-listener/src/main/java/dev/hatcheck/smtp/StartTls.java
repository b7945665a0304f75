package dev.hatcheck.smtp;

import dev.hatcheck.policies.Assumed;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * What a listener makes of STARTTLS, where the policy of a client has TLS on.
 *
 * <p>Two of them are what an appliance does: {@link Available} and {@link WithoutCertificate}. The others go wrong on
 * purpose, to show what a client makes of that.
 */
public sealed interface StartTls {
    /** The versions of TLS that a handshake may agree on, unless it is told otherwise. */
    @Assumed("an appliance of today; JSSE has switched off what is older")
    List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /**
     * It is offered, and a handshake follows.
     *
     * @param context the certificate and what goes with it, asked for at the first handshake, off the listener's own
     *     thread
     * @param protocols the versions of TLS that it may agree on, as JSSE names them
     */
    record Available(Supplier<SSLContext> context, List<String> protocols) implements StartTls {
        public Available {
            protocols = List.copyOf(protocols);
        }
    }

    /** It is offered and answered 454: there is no certificate. */
    record WithoutCertificate() implements StartTls {}

    /** It is not offered, and answered as if the policy had TLS off; a policy that requires TLS still does. */
    record Hidden() implements StartTls {}

    /** It is offered, and the connection ends without a word as soon as the client has begun its handshake. */
    record Cut() implements StartTls {}

    /** A handshake by this context. */
    static StartTls by(Supplier<SSLContext> context) {
        return new Available(context, PROTOCOLS);
    }

    /** Whether a client is told of it. */
    default boolean isOffered() {
        return !(this instanceof Hidden);
    }
}
