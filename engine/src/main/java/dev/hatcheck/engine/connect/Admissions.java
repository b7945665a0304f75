package dev.hatcheck.engine.connect;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Explanation.PassedOver;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The meaning of a Host Access Table: the first entry that a client meets decides.
 *
 * <p>Entries are asked in the order of the table; inside a group, addresses and names come before the conditions on
 * reputation, lists and look-ups. An entry whose policy is {@code CONTINUE} never decides. {@code ALL} stands last and
 * meets everyone, so there is always a decision. Immutable.
 */
@Esa("UG912-14")
@Assumed("members before conditions: which of several matches of a group the log reports is not documented")
public final class Admissions {
    private final List<Admission> ladder;

    /** A table whose entries stand in the order of their ranks, the last of them an {@code ALL} that decides. */
    Admissions(List<Admission> ladder) {
        this.ladder = ladder;
    }

    /** The table as a listener of these settings applies it. */
    public static Admissions of(HostAccessTable hat, ListenerSettings settings) {
        return new Admissions(Ladder.of(hat, settings));
    }

    /** All entries, each at the place of its rank. */
    List<Admission> ladder() {
        return ladder;
    }

    /** What the table says about a client. */
    public Admission admit(Peer peer) {
        return firstMatch(peer, passedOver -> {});
    }

    /** The same, with the reason for every entry that did not decide. */
    public Explanation explain(Peer peer) {
        var whyNot = new ArrayList<PassedOver>();
        Admission admission = firstMatch(peer, whyNot::add);
        return new Explanation(admission, whyNot);
    }

    /**
     * How the entries of a group stand to a client that another entry decides about, in their order, be they before
     * that entry or behind it; none if there is no such group.
     */
    public List<PassedOver> whyNot(String group, Peer peer) {
        return ladder.stream()
                .filter(admission -> admission.group().filter(group::equals).isPresent())
                .map(admission -> new PassedOver(admission.group(), admission.entry(), whyNot(admission, peer)))
                .toList();
    }

    private static Miss whyNot(Admission admission, Peer peer) {
        Miss met = admission.behavior() == ConnectionBehavior.CONTINUE ? Miss.CONTINUED : Miss.BEHIND;
        return Criteria.missed(admission.entry().sender(), peer).orElse(met);
    }

    /** The DNS lists that could still change the decision, each once, in their order. */
    public List<HostName> openQuestions(Peer peer) {
        Admission decides = admit(peer);
        return ladder.stream()
                .takeWhile(admission -> admission != decides)
                .filter(admission -> admission.behavior() != ConnectionBehavior.CONTINUE)
                .flatMap(admission -> unasked(admission.entry().sender(), peer))
                .distinct()
                .toList();
    }

    private static Stream<HostName> unasked(Sender sender, Peer peer) {
        return sender instanceof Sender.DnsList(var zone)
                        && peer.lists().of(zone).isEmpty()
                ? Stream.of(zone)
                : Stream.empty();
    }

    private Admission firstMatch(Peer peer, Consumer<PassedOver> whyNot) {
        for (Admission admission : ladder) {
            Optional<Miss> miss = Criteria.missed(admission.entry().sender(), peer);
            if (miss.isEmpty() && admission.behavior() != ConnectionBehavior.CONTINUE) {
                return admission;
            }
            whyNot.accept(new PassedOver(admission.group(), admission.entry(), miss.orElse(Miss.CONTINUED)));
        }
        throw new IllegalStateException("the table has no ALL");
    }
}
