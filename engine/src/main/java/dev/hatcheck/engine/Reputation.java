package dev.hatcheck.engine;

import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.address.IpAddress;

/** A client's reputation score, or why it has none. */
@Esa({"SPAM2WHO", "T214631"})
public sealed interface Reputation {
    /** The service knows the client. */
    record Scored(Score score) implements Reputation {}

    /** The service does not know the client. */
    record None() implements Reputation {}

    /** The address is private: the service is not asked. */
    record Rfc1918() implements Reputation {}

    /** The service did not answer. */
    record Unavailable() implements Reputation {}

    /** The listener does not ask the service. */
    record NotEnabled() implements Reputation {}

    /** The reputation of a client that no table lists. */
    static Reputation ofUnlisted(IpAddress address) {
        return PrivateNetworks.contain(address) ? new Rfc1918() : new None();
    }
}
