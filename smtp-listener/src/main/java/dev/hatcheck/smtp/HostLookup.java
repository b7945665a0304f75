package dev.hatcheck.smtp;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.time.Duration;
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
    /** How late the answer of a look-up may be, so that the greeting comes within 3 s whatever DNS does. */
    @Assumed("a look-up ends by itself, with what it has found; this is for one that does not")
    Duration LATENESS = Duration.ofMillis(100);

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

    /**
     * How long a client is kept waiting for all answers about it, those of DNS lists included. What is not known then
     * counts as failed.
     */
    static Duration patience(ListenerSettings settings) {
        return settings.value(ListenerParameters.DNS_PTR_TIMEOUT)
                .plus(settings.value(ListenerParameters.DNSLIST_TIMEOUT))
                .plus(LATENESS);
    }

    /** Knows nothing of anybody: no name, no score, no country. */
    static HostLookup nobody() {
        return Nobody.HERE;
    }
}
