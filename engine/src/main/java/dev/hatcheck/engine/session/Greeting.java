package dev.hatcheck.engine.session;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.ValueForm;
import java.util.List;

/**
 * How a client is met: whether it may go on, and with which banner.
 *
 * @param admission what the table says of the client
 * @param peer what is known of it
 * @param settings how the listener is set
 */
public record Greeting(Admission admission, Peer peer, ListenerSettings settings) {
    /** What the behavior of the policy does with the connection. */
    @Esa({"T118179", "T118007", "UG97-26"})
    public Verdict verdict() {
        return switch (admission.behavior()) {
            case ACCEPT, RELAY -> Verdict.OBEY;
            case REJECT -> delaysRejection() ? Verdict.OBEY : Verdict.disconnect(rejection());
            case TCPREFUSE -> new Verdict.TcpRefuse();
            case CONTINUE -> throw new IllegalArgumentException("CONTINUE decides about no connection");
        };
    }

    /** Whether the client is rejected, but not before it names recipients. */
    @Esa({"UG97-26", "T117960"})
    public boolean delaysRejection() {
        return rejects() && settings.value(ListenerParameters.GLOBAL_HAT_DELAYED_REJECTION);
    }

    private boolean rejects() {
        return admission.behavior() == ConnectionBehavior.REJECT;
    }

    /** What is said to a client that may go on. */
    @Esa({"UG912-16", "UG85-10"})
    @Assumed("a text stands below the line of the host name, with the same code, and the client may go on whatever code"
            + " that is; while its rejection is delayed, a client hears what the listener says to others")
    public Reply banner() {
        return Replies.banner(
                Integer.parseInt(ofWelcome(PolicyParameters.SMTP_BANNER_CODE)),
                hostname(),
                lines(ofWelcome(PolicyParameters.SMTP_BANNER_TEXT)));
    }

    /** The banner of a policy that rejects is the one that it rejects with. */
    private String ofWelcome(Parameter<String> parameter) {
        return rejects() ? settings.policyDefault(parameter).value() : policy().value(parameter);
    }

    /** What is said to a client that may not. */
    @Esa({"UG912-16", "CLI801b"})
    @Assumed("a text of the policy's own stands where the usual one does, below the line of the host name")
    public Reply rejection() {
        return Replies.rejection(rejectCode(), hostname(), rejectText());
    }

    /** What is said of each recipient by a listener that delays rejection. */
    @Esa("UG97-26")
    @Assumed("recipients are refused with the code and the text that the client would have been rejected with at once")
    public Reply refusal() {
        return Replies.accessRefused(rejectCode(), rejectText());
    }

    /** A policy that rejects by a code that says yes rejects by the usual one. */
    @Assumed("a code that says yes would reject nobody")
    private int rejectCode() {
        return ValueForm.REJECT_CODE
                .read(policy().value(PolicyParameters.SMTP_BANNER_CODE))
                .map(Integer::valueOf)
                .orElse(Replies.REJECT_CODE);
    }

    private List<String> rejectText() {
        return lines(policy().value(PolicyParameters.SMTP_BANNER_TEXT));
    }

    private List<String> lines(String text) {
        return text.isBlank() ? List.of() : ReplyText.lines(text, new HatVariables(admission, peer)::fillIn);
    }

    /** The host that banners name; empty if they name none. */
    @Esa("UG912-16")
    @Assumed("the guide speaks of banners alone: EHLO, QUIT and the others keep the name of the interface")
    private String hostname() {
        return switch (policy().value(PolicyParameters.USE_OVERRIDE_HOSTNAME)) {
            case ON -> policy().value(PolicyParameters.OVERRIDE_HOSTNAME);
            case OFF -> settings.hostname();
            case DEFAULT -> defaultHostname();
        };
    }

    private String defaultHostname() {
        return switch (settings.policyDefault(PolicyParameters.USE_OVERRIDE_HOSTNAME)
                .value()) {
            case ON ->
                settings.policyDefault(PolicyParameters.OVERRIDE_HOSTNAME).value();
            case OFF, DEFAULT -> settings.hostname();
        };
    }

    private MailFlowPolicy policy() {
        return admission.policy();
    }
}
