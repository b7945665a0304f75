package dev.hatcheck.smtp;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.address.IpAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Finds out who a client is before it is greeted.
 *
 * <p>Called on the listener's own thread, so it must not block: an answer that takes time is completed elsewhere. A
 * failure of the look-up is a value of {@link Peer}; a stage that completes exceptionally counts as a client of whom
 * nothing is known but that its look-up failed.
 */
@FunctionalInterface
public interface HostLookup {
    CompletionStage<Peer> lookup(IpAddress address);

    /** Knows nothing of anybody: no name, no score, no country. */
    static HostLookup nobody() {
        return address -> CompletableFuture.completedFuture(Peer.of(address));
    }
}
