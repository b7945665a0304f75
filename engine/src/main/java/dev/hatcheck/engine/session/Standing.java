package dev.hatcheck.engine.session;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.policies.MailFlowPolicy;

/**
 * How a session stands when a command arrives, and what the rules make of the command then.
 *
 * @param policy the policy in force
 * @param secured whether TLS is up
 * @param stage how far the session has come
 * @param messages the messages that were accepted
 * @param recipients the recipients of the message that is open
 */
public record Standing(MailFlowPolicy policy, boolean secured, CommandOrder.Stage stage, int messages, int recipients) {
    /** Of any command: TLS comes first, then the order of commands. */
    public Verdict judge(Verb verb) {
        return TlsRequired.check(policy, secured, verb).orElse(() -> CommandOrder.check(stage, secured, verb));
    }

    /**
     * Of MAIL that names a sender: the same, and then what the session may send.
     *
     * @param size the bytes that it announces, 0 if it announces none
     */
    public Verdict judgeMail(long size) {
        return judge(Verb.MAIL)
                .orElse(() -> MessageLimits.checkNextMessage(policy, messages))
                .orElse(() -> MessageLimits.checkAnnouncedSize(policy, size));
    }

    /** Of RCPT that names a recipient: the same, and then how many a message may have. */
    public Verdict judgeRcpt() {
        return judge(Verb.RCPT).orElse(() -> MessageLimits.checkNextRecipient(policy, recipients));
    }
}
