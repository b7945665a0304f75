package dev.hatcheck.engine.session;

import dev.hatcheck.engine.Verdict;
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
            case REJECT -> Verdict.disconnect(Replies.rejected(hostname));
            case TCPREFUSE -> new Verdict.TcpRefuse();
            case CONTINUE -> throw new IllegalArgumentException("CONTINUE decides about no connection");
        };
    }
}
