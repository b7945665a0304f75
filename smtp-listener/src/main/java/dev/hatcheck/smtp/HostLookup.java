package dev.hatcheck.smtp;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.List;
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

    /**
     * Asks DNS lists about a client, all at once. The answer has every list that was asked; one that does not answer
     * has failed.
     *
     * @param zones the domains of the lists, at least one
     */
    default CompletionStage<DnsLists> lists(IpAddress address, List<HostName> zones) {
        return CompletableFuture.completedFuture(DnsLists.failed(zones));
    }

    /** Knows nothing of anybody: no name, no score, no country. */
    static HostLookup nobody() {
        return address -> CompletableFuture.completedFuture(Peer.of(address));
    }
}
