package dev.hatcheck.cli.insight;

import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.maillog.LogText;
import dev.hatcheck.policies.PolicyParameters;

/** What an entry decides, in words. */
public final class Decided {
    private Decided() {}

    /** Where it stands and what it is: {@code my.hat:12 of PARTNERS, .partner.example}. */
    public static String entry(Admission admission) {
        String group = admission.group().map(name -> " of " + name).orElse("");
        return LogText.escapeText(
                admission.entry().origin() + group + ", " + admission.entry().written());
    }

    /** What is done with its clients: {@code ACCEPT by $TRUSTED, tls off}. */
    public static String treatment(Admission admission) {
        String policy = admission.policy().name().map(name -> " by $" + name).orElse("");
        String behavior = admission.behavior() + LogText.escapeText(policy);
        return switch (admission.behavior()) {
            case ACCEPT, RELAY ->
                behavior + ", tls "
                        + admission.policy().value(PolicyParameters.TLS).written();
            case REJECT, TCPREFUSE, CONTINUE -> behavior;
        };
    }
}
