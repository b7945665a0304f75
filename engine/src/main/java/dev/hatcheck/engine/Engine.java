package dev.hatcheck.engine;

import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.Admissions;
import dev.hatcheck.engine.connect.Explanation;
import dev.hatcheck.engine.connect.Explanation.PassedOver;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.engine.session.RecipientCheck;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.address.HostName;
import java.util.List;

/**
 * One committed configuration of a listener: its settings and its tables, ready to decide.
 *
 * <p>Immutable and safe for any number of threads. A connection keeps the engine it began with, so a commit never mixes
 * two configurations in one session.
 */
public final class Engine {
    private final ListenerSettings settings;
    private final boolean asksForReputation;
    private final Admissions admissions;
    private final HatIndex index;
    private final RecipientCheck recipients;

    private Engine(ListenerSettings settings, Admissions admissions, RecipientCheck recipients) {
        this.settings = settings;
        this.asksForReputation = settings.value(ListenerParameters.USE_SENDERBASE);
        this.admissions = admissions;
        this.index = HatIndex.of(admissions);
        this.recipients = recipients;
    }

    /** A listener with a HAT and a RAT; a private listener has no use for the RAT. */
    public static Engine of(ListenerSettings settings, HostAccessTable hat, RecipientAccessTable rat) {
        return new Engine(
                settings,
                Admissions.of(hat, settings),
                settings.type() == ListenerType.PUBLIC ? RecipientCheck.by(rat) : RecipientCheck.none());
    }

    /** How the listener is set. */
    public ListenerSettings settings() {
        return settings;
    }

    /**
     * What this listener gets to know of a client: of one that does not ask the reputation service, no score, country
     * or organisation. Decisions go by this, and so must whoever tells of them.
     */
    public Peer asSeen(Peer peer) {
        return asksForReputation ? peer : peer.withoutReputation();
    }

    /** Which entry of the HAT decides about a client, and the policy that is in force for it. */
    public Admission admit(Peer peer) {
        return index.admit(asSeen(peer));
    }

    /**
     * The DNS lists that could still change the decision about a client: those of entries that stand before the one
     * that would decide now, each once, in their order. When they have been asked none is left.
     */
    public List<HostName> openQuestions(Peer peer) {
        return index.openQuestions(asSeen(peer));
    }

    /**
     * The same decision, found entry by entry, with the reason for each that stood before it.
     *
     * @throws IllegalStateException if it is another one, which is a bug
     */
    public Explanation explain(Peer peer) {
        return admissions.explain(asSeen(peer)).of(admit(peer));
    }

    /** What decides, for questions about the table as a whole; it has to be given clients {@link #asSeen as seen}. */
    public HatIndex index() {
        return index;
    }

    /**
     * How the entries of a sender group stand to a client about whom another entry decides, in their order; none if the
     * table has no such group.
     */
    public List<PassedOver> whyNot(String group, Peer peer) {
        return admissions.whyNot(group, asSeen(peer));
    }

    /** The check of recipients against the RAT. */
    public RecipientCheck recipients() {
        return recipients;
    }
}
