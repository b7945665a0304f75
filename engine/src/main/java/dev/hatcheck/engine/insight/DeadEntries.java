package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.PrivateNetworks;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Sender;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Entries that decide about nobody, because of what stands before them. */
final class DeadEntries {
    private static final int SHOWN = 4;

    private final Inspection inspection;
    private final Map<Sender, Integer> first = new HashMap<>();
    private final Map<Dimension<?>, List<Admission>> all = new IdentityHashMap<>();

    private DeadEntries(Inspection inspection) {
        this.inspection = inspection;
    }

    static Stream<Finding> in(Inspection inspection) {
        var dead = new DeadEntries(inspection);
        int[] ranks =
                inspection.ranks().filter(rank -> !inspection.isReached(rank)).toArray();
        for (int rank : ranks) {
            dead.first.put(inspection.sender(rank), rank);
        }
        inspection
                .ranks()
                .forEach(rank ->
                        dead.first.computeIfPresent(inspection.sender(rank), (same, seen) -> Math.min(seen, rank)));
        return IntStream.of(ranks).boxed().flatMap(dead::finding);
    }

    private Stream<Finding> finding(int rank) {
        Admission admission = inspection.admission(rank);
        if (admission.entry().origin().line() == 0) {
            return Stream.empty(); // an ALL that nobody wrote
        }
        int earlier = first.get(admission.entry().sender());
        if (earlier < rank) {
            return Stream.of(duplicate(admission, inspection.admission(earlier)));
        }
        int[] owners =
                owners(admission.entry().sender()).distinct().limit(SHOWN + 1L).toArray();
        if (owners.length == 0) {
            return Stream.of(Finding.of(
                    Code.NEVER_DECIDES,
                    Severity.WARNING,
                    admission.entry().origin(),
                    Words.entry(admission) + " never decides: "
                            + whyNobody(admission.entry().sender()),
                    "leave it out"));
        }
        boolean isShadowed = IntStream.of(owners).noneMatch(owner -> owner >= rank);
        return Stream.of(isShadowed ? shadowed(admission, owners) : forestalled(admission, rank));
    }

    private Finding duplicate(Admission admission, Admission earlier) {
        boolean isSame = admission.policy() == earlier.policy();
        return new Finding(
                Code.DUPLICATE,
                isSame ? Severity.NOTE : Severity.WARNING,
                admission.entry().origin(),
                Words.entry(admission) + " never decides: it stands in the table before, as " + Words.placed(earlier)
                        + sameness(isSame),
                isSame ? "leave one of the two out" : "leave out the one that is wrong",
                Optional.of(client(admission)),
                List.of(earlier.entry().origin()));
    }

    private Finding shadowed(Admission admission, int... owners) {
        List<Admission> shown = IntStream.of(owners)
                .limit(SHOWN)
                .mapToObj(inspection::admission)
                .toList();
        boolean isSame =
                shown.stream().allMatch(owner -> owner.policy() == admission.policy()) && owners.length <= SHOWN;
        return new Finding(
                Code.NEVER_DECIDES,
                isSame ? Severity.NOTE : Severity.WARNING,
                admission.entry().origin(),
                Words.entry(admission) + " never decides: all that it means is taken before by "
                        + Words.placed(shown, owners.length > SHOWN) + sameness(isSame) + inClear(admission, shown),
                isSame ? "leave it out" : "move it before that, or leave it out",
                Optional.of(client(admission)),
                Words.origins(shown));
    }

    /** What it comes to for an entry whose policy requires TLS, if mail is taken in clear instead. */
    private static String inClear(Admission admission, List<Admission> instead) {
        return Inspection.isAcceptedOverTlsOnly(admission)
                        && instead.stream().anyMatch(Inspection::isAcceptedWithoutTls)
                ? "; so TLS is not required of them, as it would be here"
                : "";
    }

    private static String sameness(boolean isSame) {
        return isSame ? ", to the same effect" : "";
    }

    private Peer client(Admission admission) {
        return inspection.meeting(admission.entry().sender(), inspection.index().size());
    }

    /** The entry owns values, but of another fact every value has an owner before it. */
    private Finding forestalled(Admission admission, int rank) {
        Dimension<?> blocking = population(admission.entry().sender()).dimensions().stream()
                .filter(dimension -> dimension.highestRank() < rank)
                .findFirst()
                .orElseThrow();
        List<Admission> before = all.computeIfAbsent(blocking, this::admissions);
        List<Admission> shown = before.stream().limit(SHOWN).toList();
        boolean isSame =
                before.size() <= SHOWN && before.stream().allMatch(owner -> owner.policy() == admission.policy());
        boolean isEnd = admission.entry().sender() instanceof Sender.Everyone;
        return new Finding(
                Code.NEVER_DECIDES,
                isEnd || isSame ? Severity.NOTE : Severity.WARNING,
                admission.entry().origin(),
                Words.entry(admission) + " never decides: whoever comes, an entry about "
                        + Words.fact(shown.getFirst().entry().sender()) + " has decided before: "
                        + Words.placed(shown, before.size() > SHOWN) + sameness(isSame) + inClear(admission, shown),
                isEnd ? "nothing needs to be done" : "move it before those, or leave it out",
                Optional.of(inspection.meeting(admission.entry().sender(), rank)),
                Words.origins(shown));
    }

    /** Those among whom a sender has clients, if only they are private. */
    private Population population(Sender sender) {
        boolean isPrivate = sender instanceof Sender.Address(var range)
                && PrivateNetworks.contain(range.first())
                && PrivateNetworks.contain(range.last());
        return isPrivate
                ? inspection.populations().getLast()
                : inspection.populations().getFirst();
    }

    /** The first entries that own a fact, and one more. */
    private List<Admission> admissions(Dimension<?> dimension) {
        return IntStream.range(0, dimension.size())
                .map(dimension::rank)
                .distinct()
                .sorted()
                .limit(SHOWN + 1L)
                .mapToObj(inspection::admission)
                .toList();
    }

    private String whyNobody(Sender sender) {
        return sender instanceof Sender.PartialHost
                ? "no name below it is short enough"
                : "this listener does not ask the reputation service for " + Words.fact(sender);
    }

    /** The ranks that decide, as far as the fact of a sender goes, about the values that it means. */
    private IntStream owners(Sender sender) {
        var index = inspection.index();
        boolean asks = inspection.asksForReputation();
        return switch (sender) {
            case Sender.Address(var range) -> {
                AddressClasses addresses = inspection.space().addresses();
                yield inspection.addressRuns().ranks(addresses.place(range.first()), addresses.place(range.last()));
            }
            case Sender.Host(var name) -> IntStream.of(index.rank(new ReverseDns.Verified(name)));
            case Sender.PartialHost(var suffix) ->
                inspection.below(suffix).stream().mapToInt(name -> index.rank(new ReverseDns.Verified(name)));
            case Sender.NoPtrRecord() -> IntStream.of(index.rank(new ReverseDns.NoRecord()));
            case Sender.PtrLookupFails() -> IntStream.of(index.rank(new ReverseDns.TemporaryFailure(Optional.empty())));
            case Sender.PtrDoesNotMatch() ->
                IntStream.of(index.rank(inspection.meeting(sender, 0).reverseDns()));
            case Sender.ReputationRange(var low, var high) ->
                asks
                        ? IntStream.rangeClosed(low.tenths(), high.tenths())
                                .map(tenths -> index.rank(ScoreBands.scored(tenths)))
                        : IntStream.empty();
            case Sender.NoReputation() -> asks ? IntStream.of(index.rank(new Reputation.None())) : IntStream.empty();
            case Sender.Country(var code) ->
                asks ? IntStream.of(index.rank(new Country.Known(code, code))) : IntStream.empty();
            case Sender.Organization(var id) ->
                asks ? IntStream.of(index.rank(OptionalLong.of(id))) : IntStream.empty();
            case Sender.DnsList(var zone) ->
                IntStream.of(index.rank(new DnsLists(Map.of(zone, DnsLists.Answer.LISTED))));
            case Sender.Everyone() -> IntStream.of(index.everyone());
        };
    }
}
