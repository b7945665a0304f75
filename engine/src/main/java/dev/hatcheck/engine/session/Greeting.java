package dev.hatcheck.engine.session;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.Verdict.Because;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.MailFlowPolicy;

/** Decides how a connection is met. */
public final class Greeting {
    private Greeting() {}

    /** What the behavior of a policy does with a connection to a host of this name. */
    @Esa({"T118179", "T118007"})
    public static Verdict check(MailFlowPolicy policy, String hostname) {
        return switch (policy.behavior()) {
            case ACCEPT, RELAY -> Verdict.OBEY;
            case REJECT -> new Verdict.Disconnect(Replies.rejected(hostname), Because.ITS_POLICY_REJECTS);
            case TCPREFUSE -> new Verdict.TcpRefuse();
            case CONTINUE -> throw new IllegalArgumentException("CONTINUE decides about no connection");
        };
    }
}
