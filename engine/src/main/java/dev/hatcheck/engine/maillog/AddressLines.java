package dev.hatcheck.engine.maillog;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;

/** What the log says of MAIL and RCPT whose address cannot be read. */
record AddressLines(AsyncOs release) {
    @Esa("SPAM2WHO")
    @Assumed("a sender that is no address at all is told as such a recipient is")
    String invalidSender(MailEvent.InvalidSender it) {
        return "ICID " + it.icid() + " Invalid sender address: " + reason(it.fault());
    }

    @Esa("SPAM2WHO")
    @Assumed("where a rejection is delayed and no message is made, its number is told as 0")
    String invalidRecipient(MailEvent.InvalidRecipient it) {
        return "ICID " + it.icid() + " MID " + it.mid() + " Invalid recipient address: " + reason(it.fault());
    }

    /** The second blank before a whole command stands where the name of the error would. */
    private String reason(AddressFault fault) {
        return switch (fault) {
            case AddressFault.UnsupportedLiteral(var literal) ->
                "Unsupported domain literal: " + Quoted.likePython(release, literal);
            case AddressFault.NoAddress(var command) -> " " + Quoted.likePython(release, command);
        };
    }
}
