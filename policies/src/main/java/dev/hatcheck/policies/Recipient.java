package dev.hatcheck.policies;

/**
 * A criterion that an envelope recipient meets or does not.
 *
 * <p>Texts are in lower case (ASCII); a domain is a host name without a trailing dot or an address literal in brackets.
 */
@Esa({"UG90-RAT", "CFG76-51"})
public sealed interface Recipient {
    // Hash codes are written out, as those of senders are.

    /** One address. */
    record Mailbox(String localPart, String domain) implements Recipient {
        @Override
        public int hashCode() {
            return 31 * localPart.hashCode() + domain.hashCode();
        }
    }

    /** Every user of exactly this domain. */
    record Domain(String domain) implements Recipient {
        @Override
        public int hashCode() {
            return domain.hashCode();
        }
    }

    /** Every user of every domain below this one. */
    record PartialDomain(String suffix) implements Recipient {
        @Override
        public int hashCode() {
            return ~suffix.hashCode();
        }
    }

    /** This user at any domain. */
    record User(String localPart) implements Recipient {}

    /** All other recipients. */
    record Everyone() implements Recipient {
        @Override
        public int hashCode() {
            return 1;
        }
    }
}
