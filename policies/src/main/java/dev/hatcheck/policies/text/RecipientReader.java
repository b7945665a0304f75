package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.MailDomain;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a recipient of the Recipient Access Table, every form of it. */
@Esa({"UG90-RAT", "CFG76-51"})
final class RecipientReader {
    private static final Pattern LOCAL_PART = Pattern.compile("[!-~&&[^()<>\\[\\]:;@\\\\,\"]]+");

    private RecipientReader() {}

    /** The recipient that a word writes; nothing if it is none. */
    static Optional<Recipient> read(Token word) {
        return word.isAll() ? Optional.of(new Recipient.Everyone()) : read(word.text());
    }

    /** The recipient that a text writes, where {@code ALL} is a domain like any other. */
    static Optional<Recipient> read(String written) {
        String text = Ascii.lowerCase(written);
        int at = text.lastIndexOf('@');
        if (at >= 0) {
            return mailbox(text.substring(0, at), text.substring(at + 1));
        }
        return text.startsWith(".")
                ? HostName.read(text.substring(1)).map(name -> new Recipient.PartialDomain(name.text()))
                : MailDomain.read(text).map(Recipient.Domain::new);
    }

    private static Optional<Recipient> mailbox(String localPart, String domain) {
        if (!LOCAL_PART.matcher(localPart).matches()) {
            return Optional.empty();
        }
        return domain.isEmpty()
                ? Optional.of(new Recipient.User(localPart))
                : MailDomain.read(domain).map(name -> new Recipient.Mailbox(localPart, name));
    }
}
