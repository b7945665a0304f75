package dev.hatcheck.engine.session;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.ValueForm;

/**
 * What a client hears that names more recipients in an hour than it may.
 *
 * @param admission what the table says of the client
 * @param peer what is known of it
 */
public record ReceivingControl(Admission admission, Peer peer) {
    /** The recipient is refused, and the session goes on. */
    @Esa({"CLI801b", "UG802-9"})
    public Verdict refusal() {
        String text = admission.policy().value(PolicyParameters.MAX_RCPTS_PER_HOUR_TEXT);
        return Verdict.refuse(
                Replies.tooManyThisHour(code(), ReplyText.lines(text, new HatVariables(admission, peer)::fillIn)));
    }

    /** A code that says yes refuses nobody: the usual one is sent. */
    @Assumed("a code that says yes would refuse nobody")
    private int code() {
        return ValueForm.REJECT_CODE
                .read(admission.policy().value(PolicyParameters.MAX_RCPTS_PER_HOUR_CODE))
                .map(Integer::valueOf)
                .orElse(Replies.TOO_MANY_RECIPIENTS.code());
    }
}
