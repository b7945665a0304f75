package dev.hatcheck.smtp.conversation;

import dev.hatcheck.policies.address.MailAddress;
import java.util.Optional;

/** The path of MAIL or RCPT without its source route; the empty path of a bounce has no mailbox. */
record Path(Optional<MailAddress> mailbox) {
    /** The path in angle brackets. */
    @Override
    public String toString() {
        return mailbox.map(address -> "<" + address + ">").orElse("<>");
    }
}
