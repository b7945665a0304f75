package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Sender;
import java.util.List;
import java.util.Set;

/**
 * That everybody, or nobody, of the clients that are meant is treated in a way.
 *
 * @param meant the clients
 * @param senders those that the clients are meant by, which a space has to be cut by to ask about them
 * @param within of the clients only those about whom one of these groups decides; all of them where no group is named
 * @param except and not those about whom one of these does
 * @param treatment what is done with them
 * @param everybody whether it is done with each of them, or with none
 */
public record Claim(
        Meant meant,
        List<Sender> senders,
        Set<String> within,
        Set<String> except,
        Treatment treatment,
        boolean everybody) {
    public Claim {
        senders = List.copyOf(senders);
        within = Set.copyOf(within);
        except = Set.copyOf(except);
    }

    /** The same of other clients. */
    public Claim about(Meant others) {
        return new Claim(others, senders, within, except, treatment, everybody);
    }

    /** Whether the clients that an entry decides about are among those meant, as far as the entry goes. */
    boolean isAbout(Admission admission) {
        return (within.isEmpty() || admission.group().filter(within::contains).isPresent())
                && admission.group().filter(except::contains).isEmpty();
    }

    /** Whether what an entry grants is as it is claimed. */
    boolean isKeptBy(Admission admission) {
        return !isAbout(admission) || treatment.isGivenBy(admission) == everybody;
    }
}
