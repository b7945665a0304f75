package dev.hatcheck.policies;

import java.util.Optional;

/** What a group or a standalone entry does with the hosts it matches. */
public sealed interface AccessRule {
    /** The remark behind the rule. */
    Optional<Note> note();

    /** Where the rule stands. */
    Origin origin();

    /** A policy that the table defines elsewhere; {@code policy} is its name without the {@code $}. */
    record Named(String policy, Optional<Note> note, Origin origin) implements AccessRule {}

    /** A policy written on the spot. */
    record Inline(WrittenPolicy policy, Optional<Note> note, Origin origin) implements AccessRule {}
}
