package dev.hatcheck.smtp.lookup;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Rfc;
import dev.hatcheck.policies.address.HostName;
import java.util.List;

/** Which hosts take the mail for a domain. */
public sealed interface MailExchangers {
    /** How many hosts of a domain are looked at. */
    @Assumed("more than an honest domain has; whoever is asked about writes the records")
    int MAX_HOSTS = 10;

    /** These, the most preferred one first; at least one. */
    record Hosts(List<HostName> inOrder) implements MailExchangers {
        public Hosts {
            inOrder = List.copyOf(inOrder);
        }
    }

    /** The domain has an address and no MX record, so it is its own host. */
    @Rfc("5321 section 5.1")
    record Itself() implements MailExchangers {}

    /** None: the domain says that it takes no mail. */
    @Rfc("7505 section 3")
    record NullMx() implements MailExchangers {}

    /** None: there is no such domain, or it has neither an MX record nor an address. */
    record None() implements MailExchangers {}

    /** Its MX records name nothing that could be a host. */
    record Unusable(List<String> targets) implements MailExchangers {
        public Unusable {
            targets = List.copyOf(targets);
        }
    }

    /** Nobody could say. */
    record Unknown() implements MailExchangers {}
}
