package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.session.CommandOrder;
import dev.hatcheck.engine.session.MessageLimits;
import dev.hatcheck.engine.session.TlsRequired;
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
record Standing(MailFlowPolicy policy, boolean secured, CommandOrder.Stage stage, int messages, int recipients) {
    /** Asks the rules in turn: TLS first, then the order of commands, then the limits. */
    Verdict judge(Command.Known command) {
        return TlsRequired.check(policy, secured, command.verb())
                .orElse(() -> CommandOrder.check(stage, secured, command.verb()))
                .orElse(() -> checkLimits(command));
    }

    private Verdict checkLimits(Command.Known command) {
        return switch (command) {
            case Command.Mail mail ->
                MessageLimits.checkNextMessage(policy, messages)
                        .orElse(() -> MessageLimits.checkAnnouncedSize(policy, mail.size()));
            case Command.Rcpt rcpt -> MessageLimits.checkNextRecipient(policy, recipients);
            case Command.Hello hello -> Verdict.OBEY;
            case Command.Plain plain -> Verdict.OBEY;
            case Command.Wrong wrong -> Verdict.OBEY;
            case Command.Misaddressed misaddressed -> Verdict.OBEY;
        };
    }
}
