package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.MailDomain;
import java.util.Optional;

/** Reads a recipient of the Recipient Access Table, every form of it. */
@Esa({"UG90-RAT", "CFG76-51"})
final class RecipientReader {
    /** Of the visible characters of ASCII, those that a local part cannot hold. */
    private static final String NOT_OF_LOCAL_PART = "()<>[]:;@\\,\"";

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
        if (text.startsWith(".")) {
            Optional<HostName> name = HostName.read(text.substring(1));
            return name.isPresent()
                    ? Optional.of(new Recipient.PartialDomain(name.get().text()))
                    : Optional.empty();
        }
        Optional<String> domain = MailDomain.read(text);
        return domain.isPresent() ? Optional.of(new Recipient.Domain(domain.get())) : Optional.empty();
    }

    private static boolean isLocalPart(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '!' || c > '~' || NOT_OF_LOCAL_PART.indexOf(c) >= 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static Optional<Recipient> mailbox(String localPart, String domain) {
        if (!isLocalPart(localPart)) {
            return Optional.empty();
        }
        return domain.isEmpty()
                ? Optional.of(new Recipient.User(localPart))
                : MailDomain.read(domain).map(name -> new Recipient.Mailbox(localPart, name));
    }
}
