package dev.hatcheck.engine.session;

import dev.hatcheck.engine.Failure;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.CleanSmtp;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Limit;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Rfc;

/** Enforces what a policy says about the number and the size of messages. */
public final class MessageLimits {
    /** Received lines that a message may have before it is taken to go round in circles. */
    @Rfc("5321 section 6.3")
    @Assumed("the appliance's figure is not known; the RFC asks for at least 100")
    public static final Limit MAX_HOPS = Limit.atMost(100);

    private MessageLimits() {}

    /** Whether a session may begin another message; one with as many accepted as its policy allows is ended. */
    @Esa("SPAM2WHO")
    public static Verdict checkNextMessage(MailFlowPolicy policy, long accepted) {
        return policy.value(PolicyParameters.MAX_MSGS_PER_SESSION).isExceededBy(accepted + 1)
                ? Verdict.disconnect(Replies.TOO_MANY_MESSAGES, Failure.TOO_MANY_MESSAGES)
                : Verdict.OBEY;
    }

    /** Whether a message may have as many bytes as its sender announces; else the sender is refused at once. */
    @Esa("CODES")
    @Rfc("1870 section 6.1")
    public static Verdict checkAnnouncedSize(MailFlowPolicy policy, long bytes) {
        return policy.value(PolicyParameters.MAX_MESSAGE_SIZE).isExceededBy(bytes)
                ? Verdict.refuse(Replies.ANNOUNCED_SIZE_TOO_BIG, Failure.MESSAGE_SIZE)
                : Verdict.OBEY;
    }

    /** Whether a message may have another recipient; one too many is refused, and the message goes on. */
    @Esa("CODES")
    public static Verdict checkNextRecipient(MailFlowPolicy policy, int accepted) {
        return policy.value(PolicyParameters.MAX_RCPTS_PER_MSG).isExceededBy(accepted + 1L)
                ? Verdict.refuse(Replies.TOO_MANY_RECIPIENTS)
                : Verdict.OBEY;
    }

    /**
     * Whether a message that was read to its end may be kept: its size, its hops and its line ends decide, in this
     * order.
     *
     * @param bytes its size as kept
     * @param hops its Received lines
     * @param bareLineEnds whether a carriage return or line feed stood alone in it
     */
    @Esa("CODES")
    @Assumed("which of several faults of a message is told is not documented")
    public static Verdict checkMessage(
            MailFlowPolicy policy, CleanSmtp clean, long bytes, int hops, boolean bareLineEnds) {
        if (policy.value(PolicyParameters.MAX_MESSAGE_SIZE).isExceededBy(bytes)) {
            return Verdict.refuse(Replies.MESSAGE_TOO_BIG, Failure.MESSAGE_SIZE);
        }
        if (MAX_HOPS.isExceededBy(hops)) {
            return Verdict.refuse(Replies.TOO_MANY_HOPS, Failure.MESSAGE_LOOP);
        }
        return bareLineEnds && clean == CleanSmtp.OFF
                ? Verdict.refuse(Replies.BARE_LINE_ENDS, Failure.BARE_LINE_ENDS)
                : Verdict.OBEY;
    }
}
