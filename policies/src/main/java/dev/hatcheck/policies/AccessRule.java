package dev.hatcheck.policies;

import java.util.Optional;

/** What a group or a standalone entry does with the hosts it matches. */
public sealed interface AccessRule {
    /** The policy as the table writes it; nothing if it names one that the table does not define. */
    Optional<WrittenPolicy> writtenIn(HostAccessTable table);

    /** The remark behind the rule. */
    Optional<Note> note();

    /** Where the rule stands. */
    Origin origin();

    /** A policy that the table defines elsewhere; {@code policy} is its name without the {@code $}. */
    record Named(String policy, Optional<Note> note, Origin origin) implements AccessRule {
        @Override
        public Optional<WrittenPolicy> writtenIn(HostAccessTable table) {
            Optional<PolicyDefinition> definition = table.policy(policy);
            return definition.isPresent() ? Optional.of(definition.get().policy()) : Optional.empty();
        }
    }

    /** A policy written on the spot. */
    record Inline(WrittenPolicy policy, Optional<Note> note, Origin origin) implements AccessRule {
        @Override
        public Optional<WrittenPolicy> writtenIn(HostAccessTable table) {
            return Optional.of(policy);
        }
    }
}
