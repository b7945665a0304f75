package dev.hatcheck.engine.session;

import static dev.hatcheck.engine.session.Verb.EHLO;
import static dev.hatcheck.engine.session.Verb.NOOP;
import static dev.hatcheck.engine.session.Verb.QUIT;
import static dev.hatcheck.engine.session.Verb.STARTTLS;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Rfc;
import java.util.Set;

/** Enforces {@code tls = "required"}: a client that has not secured its session may say little. */
public final class TlsRequired {
    /** What a client may say in clear. */
    @Esa("UG100-25")
    @Rfc("3207 section 4")
    @Assumed("the guide does not list HELO, so HELO must wait; no capture of an appliance shows it")
    public static final Set<Verb> ALLOWED_IN_CLEAR = Set.of(NOOP, EHLO, QUIT, STARTTLS);

    private TlsRequired() {}

    /** Whether a command may be obeyed: where TLS is required, a session in clear may say nothing but those. */
    @Esa("UG100-25")
    public static Verdict check(MailFlowPolicy policy, boolean secured, Verb verb) {
        return policy.value(PolicyParameters.TLS).isRequired() && !secured && !ALLOWED_IN_CLEAR.contains(verb)
                ? Verdict.refuse(Replies.MUST_ISSUE_STARTTLS)
                : Verdict.OBEY;
    }
}
