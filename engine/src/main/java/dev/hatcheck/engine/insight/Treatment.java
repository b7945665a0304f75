package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.PolicyParameters;

/** What a claim says is done with a client. */
public sealed interface Treatment {
    /** Whether it is what is done with the clients that an entry decides about. */
    default boolean isGivenBy(Admission admission) {
        return switch (this) {
            case RequiresTls() -> !isAccepted(admission) || isOverTlsOnly(admission);
            case Accepted() -> isAccepted(admission);
            case AcceptedWithoutTls() -> isAccepted(admission) && !isOverTlsOnly(admission);
            case Refused() -> !isAccepted(admission);
            case Relays() -> admission.behavior() == ConnectionBehavior.RELAY;
            case InGroup(var name) -> admission.group().filter(name::equals).isPresent();
            case UsesPolicy(var name) ->
                admission.policy().name().filter(name::equals).isPresent();
        };
    }

    /** Its mail is taken over TLS alone: its policy requires TLS, or it is refused altogether. */
    record RequiresTls() implements Treatment {}

    /** It is greeted, and may send mail: {@code ACCEPT} or {@code RELAY}, with TLS or without. */
    record Accepted() implements Treatment {}

    /** It is accepted, and may send in clear: its policy has TLS off or preferred. */
    record AcceptedWithoutTls() implements Treatment {}

    /** It is refused by a greeting or below SMTP: {@code REJECT} or {@code TCPREFUSE}. */
    record Refused() implements Treatment {}

    /** It may send to any recipient: {@code RELAY}. */
    record Relays() implements Treatment {}

    /** An entry of this sender group decides about it. */
    record InGroup(String name) implements Treatment {}

    /** The policy of this name, without the {@code $}, is in force for it. */
    record UsesPolicy(String name) implements Treatment {}

    private static boolean isAccepted(Admission admission) {
        return admission.behavior().isAccepting();
    }

    private static boolean isOverTlsOnly(Admission admission) {
        return admission.policy().value(PolicyParameters.TLS).isRequired();
    }
}
