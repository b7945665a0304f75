package dev.hatcheck.engine.connect;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A Host Access Table as a function: what the loop of {@link Admissions} answers, without the loop.
 *
 * <p>Each entry has a rank, its place in the order of evaluation; the first match is the match of the lowest rank. And
 * each entry asks about one fact alone: the address, the name, the score and so on. So there is an index for each kind
 * of fact, from what is known of a client to the lowest rank that means it, and the lowest of these ranks decides. A
 * fact is looked up only if an entry asks about it before what is met so far. Entries that {@code CONTINUE} never
 * decide and are left out.
 *
 * <p>A decision allocates nothing, and takes hardly more steps for a million entries than for ten; but there each of
 * them may be a visit to far memory. Immutable.
 */
public final class HatIndex {
    /** From so many single addresses of IPv4 on, a place of their own is found sooner than an interval (ADR 8). */
    private static final int MANY = 1 << 16;

    /** No list: to look at what type an element is would be one more visit to far memory. */
    private final Admission[] ladder;
    /** The admissions of single addresses, by place: whoever has the place need not visit the rank. */
    private final Admission[] placed;

    private final AddressRanks addresses;
    private final ReverseDnsRanks names;
    private final ScoreRanks scores = new ScoreRanks();
    private final RanksByKey<String> countries = new RanksByKey<>();
    private final RanksByKey<OptionalLong> organizations = new RanksByKey<>();
    private final DnsListRanks lists = new DnsListRanks();
    private final int everyone;
    /** For each fact the rank of the first entry that asks about it. */
    private final int[] firstAbout = new int[Sender.Fact.values().length];

    private HatIndex(List<Admission> ladder, int many) {
        this.ladder = ladder.toArray(new Admission[0]);
        names = new ReverseDnsRanks(countNames(ladder));
        var v4 = new RankedRanges();
        var v6 = new RankedRanges();
        int all = Rank.NONE;
        Arrays.fill(firstAbout, Rank.NONE);
        for (int rank = 0; rank < ladder.size(); rank++) {
            Admission admission = ladder.get(rank);
            if (admission.behavior() == ConnectionBehavior.CONTINUE) {
                continue;
            }
            noteFirst(admission.entry().sender(), rank);
            switch (admission.entry().sender()) {
                case Sender.Address(var range) -> (range.first().isV4() ? v4 : v6).add(range, rank);
                case Sender.Host(var name) -> names.addVerified(name, rank);
                case Sender.PartialHost(var suffix) -> names.addVerifiedBelow(suffix, rank);
                case Sender.NoPtrRecord() -> names.addNoRecord(rank);
                case Sender.PtrLookupFails() -> names.addTemporaryFailure(rank);
                case Sender.PtrDoesNotMatch() -> names.addMismatch(rank);
                case Sender.ReputationRange(var low, var high) -> scores.add(low, high, rank);
                case Sender.NoReputation() -> scores.addUnscored(rank);
                case Sender.Country(var code) -> countries.add(code, rank);
                case Sender.Organization(var id) -> organizations.add(OptionalLong.of(id), rank);
                case Sender.DnsList(var zone) -> lists.add(zone, rank);
                case Sender.Everyone() -> all = Math.min(all, rank);
            }
        }
        addresses = new AddressRanks(v4, v6, many);
        placed = new Admission[addresses.places()];
        for (int place = 0; place < placed.length; place++) {
            placed[place] = this.ladder[addresses.rankAt(place)];
        }
        everyone = all;
    }

    /** How many entries have a name that clients can be verified to have. */
    private static int countNames(List<Admission> ladder) {
        int names = 0;
        for (Admission admission : ladder) {
            Sender sender = admission.entry().sender();
            names += sender instanceof Sender.Host || sender instanceof Sender.PartialHost ? 1 : 0;
        }
        return names;
    }

    private void noteFirst(Sender sender, int rank) {
        Optional<Sender.Fact> fact = sender.fact();
        if (fact.isPresent() && !isAskedBefore(rank, fact.get())) {
            firstAbout[fact.get().ordinal()] = rank;
        }
    }

    /** The index of a table. */
    public static HatIndex of(Admissions admissions) {
        return of(admissions, MANY);
    }

    /** The same, where already so many single addresses are many. */
    static HatIndex of(Admissions admissions, int many) {
        return new HatIndex(admissions.ladder(), many);
    }

    /** What the table says about a client. */
    public Admission admit(Peer peer) {
        int rank = besidesAddress(peer);
        if (!isAskedBefore(rank, Sender.Fact.ADDRESS)) {
            return ladder[rank];
        }
        rank = Math.min(rank, addresses.besidesPlaces(peer.address()));
        int place = addresses.place(peer.address());
        if (place == AddressRanks.NOWHERE) {
            return ladder[rank];
        }
        // ALL, which is mostly all else that is met, is behind every place: then the rank there is not visited.
        boolean isBefore = rank < everyone && rank < addresses.rankAt(place);
        return isBefore ? ladder[rank] : placed[place];
    }

    /** The DNS lists that could still change the decision: those above the entry that would decide now. */
    public List<HostName> openQuestions(Peer peer) {
        return lists.isEmpty() ? List.of() : lists.unaskedBelow(lowestRank(peer), peer.lists());
    }

    private int lowestRank(Peer peer) {
        return Math.min(besidesAddress(peer), rank(peer.address()));
    }

    private int besidesAddress(Peer peer) {
        int rank = everyone;
        if (isAskedBefore(rank, Sender.Fact.NAME)) {
            rank = Math.min(rank, rank(peer.reverseDns()));
        }
        if (isAskedBefore(rank, Sender.Fact.REPUTATION)) {
            rank = Math.min(rank, rank(peer.reputation()));
        }
        if (isAskedBefore(rank, Sender.Fact.COUNTRY)) {
            rank = Math.min(rank, rank(peer.country()));
        }
        if (isAskedBefore(rank, Sender.Fact.ORGANIZATION)) {
            rank = Math.min(rank, rank(peer.organization()));
        }
        return isAskedBefore(rank, Sender.Fact.DNS_LISTS) ? Math.min(rank, rank(peer.lists())) : rank;
    }

    private boolean isAskedBefore(int rank, Sender.Fact fact) {
        return firstAbout[fact.ordinal()] < rank;
    }

    /** How many entries there are; ranks count from 0. */
    public int size() {
        return ladder.length;
    }

    /** What the entry of a rank grants. */
    public Admission admission(int rank) {
        return ladder[rank];
    }

    /** The rank of {@code ALL}, which everybody meets. */
    public int everyone() {
        return everyone;
    }

    /** The lowest rank of the entries that mean an address; higher than all ranks if none does. */
    public int rank(IpAddress address) {
        return addresses.of(address);
    }

    /** The same of a range that no entry divides: each means all of its addresses or none. */
    public int rank(IpRange undivided) {
        return addresses.of(undivided);
    }

    /** The lowest rank of the entries that mean a name or the want of one; higher than all ranks if none does. */
    public int rank(ReverseDns reverseDns) {
        return names.of(reverseDns);
    }

    /** The lowest rank of the entries that mean a reputation; higher than all ranks if none does. */
    public int rank(Reputation reputation) {
        return scores.of(reputation);
    }

    /** The lowest rank of the entries that mean a country; higher than all ranks if none does. */
    public int rank(Country country) {
        return country instanceof Country.Known(var code, var name) ? countries.of(code) : Rank.NONE;
    }

    /** The lowest rank of the entries that mean an organisation; higher than all ranks if none does. */
    public int rank(OptionalLong organization) {
        return organizations.of(organization);
    }

    /** The lowest rank of the entries that mean one of the lists that a client is on; higher than all if none does. */
    public int rank(DnsLists onLists) {
        return lists.of(onLists);
    }
}
