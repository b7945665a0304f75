package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Criteria;
import dev.hatcheck.engine.connect.Explanation.PassedOver;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How little it would take for an entry that did not decide about a client to mean it.
 *
 * <p>Steps of different kinds are not of a measure; they are counted so that what an administrator is likely to have
 * missed comes first: a bit of an address, a tenth of a score, a label of a name and a name's verification are a step
 * each, and to have no name or no score at all is further than most.
 *
 * @param steps 0 if the entry means the client already, and only stands too late or continues
 * @param words what is missing, beyond the reason that is known anyway; empty if there is no more to say
 */
public record Nearness(int steps, String words) {
    private static final int FAR = 16;
    private static final int FARTHEST = 1000;
    private static final Nearness OTHER = new Nearness(FAR / 2, "");

    /** An entry and how near it is. */
    public record Near(PassedOver entry, Nearness nearness) {}

    /**
     * The entries, the nearest first; of those as near, in their order.
     *
     * @param peer the client {@linkplain dev.hatcheck.engine.Engine#asSeen as the listener sees it}
     */
    public static List<Near> order(List<PassedOver> entries, Peer peer) {
        return entries.stream()
                .map(entry -> new Near(entry, of(entry.entry().sender(), peer)))
                .sorted(Comparator.comparingInt(near -> near.nearness().steps()))
                .toList();
    }

    /** How near a client is to a criterion. */
    private static Nearness of(Sender sender, Peer peer) {
        return Criteria.isMet(sender, peer) ? new Nearness(0, "") : missed(sender, peer);
    }

    private static Nearness missed(Sender sender, Peer peer) {
        return switch (sender) {
            case Sender.Address(var range) ->
                AddressGap.between(peer.address(), range)
                        .map(gap -> new Nearness(gap.bits(), gap.words()))
                        .orElse(new Nearness(FARTHEST, "the other version of IP"));
            case Sender.Host(var name) -> name(name, false, peer);
            case Sender.PartialHost(var suffix) -> name(suffix, true, peer);
            case Sender.ReputationRange(var low, var high) -> score(low, high, peer.reputation());
            case Sender.DnsList d -> OTHER;
            case Sender.Country c -> OTHER;
            case Sender.Organization o -> OTHER;
            case Sender.NoReputation n -> OTHER;
            case Sender.NoPtrRecord n -> OTHER;
            case Sender.PtrLookupFails f -> OTHER;
            case Sender.PtrDoesNotMatch m -> OTHER;
            case Sender.Everyone e -> throw new IllegalArgumentException("everyone is meant");
        };
    }

    private static Nearness name(HostName wanted, boolean below, Peer peer) {
        Optional<HostName> actual = peer.reverseDns().host();
        if (actual.isEmpty()) {
            return new Nearness(FAR, "");
        }
        HostName name = actual.get();
        int verification = peer.reverseDns() instanceof ReverseDns.Verified ? 0 : 1;
        if (below ? name.isBelow(wanted) : name.equals(wanted)) {
            return new Nearness(verification, name + " would match if it were verified");
        }
        if (below && name.equals(wanted)) {
            return new Nearness(1 + verification, name + " is the name itself: ." + wanted + " means those below it");
        }
        if (!below && name.isBelow(wanted)) {
            return new Nearness(
                    labels(name) - labels(wanted) + verification, name + " lies below it, which ." + wanted + " means");
        }
        int common = commonLabels(name, wanted);
        int apart = labels(name) + labels(wanted) - 2 * common;
        return common == 0
                ? new Nearness(FAR + apart, name + " has no label in common with it")
                : new Nearness(1 + apart + verification, name + " differs in front of ." + suffix(wanted, common));
    }

    private static int labels(HostName name) {
        return name.text().split("\\.").length;
    }

    private static int commonLabels(HostName one, HostName other) {
        String[] ours = one.text().split("\\.");
        String[] theirs = other.text().split("\\.");
        int common = 0;
        while (common < Math.min(ours.length, theirs.length)
                && ours[ours.length - 1 - common].equals(theirs[theirs.length - 1 - common])) {
            common++;
        }
        return common;
    }

    private static String suffix(HostName name, int labels) {
        String[] all = name.text().split("\\.");
        return String.join(".", List.of(all).subList(all.length - labels, all.length));
    }

    private static Nearness score(Score low, Score high, Reputation reputation) {
        if (!(reputation instanceof Reputation.Scored(var score))) {
            return new Nearness(FAR, "");
        }
        boolean isBelow = score.compareTo(low) < 0;
        int tenths = isBelow ? low.tenths() - score.tenths() : score.tenths() - high.tenths();
        return new Nearness(
                tenths,
                isBelow
                        ? score + " is " + points(tenths) + " below " + low
                        : score + " is " + points(tenths) + " above " + high);
    }

    private static String points(int tenths) {
        return tenths / 10 + "." + tenths % 10;
    }
}
