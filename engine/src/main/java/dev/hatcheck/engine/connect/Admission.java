package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.MailFlowPolicy;
import java.util.Optional;

/**
 * What an entry of the HAT says about a client who meets it.
 *
 * @param group the sender group; absent for a standalone entry and for {@code ALL}
 * @param entry the entry that matched
 * @param policy the policy in force
 */
public record Admission(Optional<String> group, Entry entry, MailFlowPolicy policy) {
    /** What happens to the connection; never {@code CONTINUE} where the entry decides. */
    public ConnectionBehavior behavior() {
        return policy.behavior();
    }
}
