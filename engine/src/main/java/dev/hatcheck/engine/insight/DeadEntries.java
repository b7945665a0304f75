package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Sender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Entries that decide about nobody, because of what stands before them. */
final class DeadEntries {
    private static final int SHOWN = 4;
    /** Of all findings together: whoever has more does not look at each. */
    private static final int MOST_RELATED = 2_000_000;

    private final Inspection inspection;
    private final Map<Sender, Integer> first = new HashMap<>();
    private final Map<Dimension<?>, int[]> ranks = new IdentityHashMap<>();
    private int roomForRelated = MOST_RELATED;

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
        Sender sender = admission.entry().sender();
        if (admission.entry().origin().line() == 0) {
            return Stream.empty(); // an ALL that nobody wrote
        }
        int earlier = first.get(sender);
        if (earlier < rank) {
            return Stream.of(duplicate(admission, inspection.admission(earlier)));
        }
        List<Taken> taken = taken(sender, rank);
        if (taken.isEmpty()) {
            return Stream.of(Finding.of(
                    Code.NEVER_DECIDES,
                    Severity.WARNING,
                    admission.entry().origin(),
                    Words.entry(admission) + " never decides: " + whyNobody(sender),
                    "leave it out"));
        }
        boolean isShadowed = taken.stream().allMatch(Taken::isOwn);
        return Stream.of(isShadowed ? shadowed(admission, taken) : forestalled(admission, rank, taken));
    }

    /**
     * By what the clients of a sender are taken, among public or among private ones.
     *
     * @param isOwn whether each of its values has an owner before it; else every value of the other fact has one
     * @param fact the fact that this goes by
     * @param ranks the owners
     */
    private record Taken(boolean isOwn, Sender.Fact fact, IntStream ranks) {}

    private List<Taken> taken(Sender sender, int rank) {
        var taken = new ArrayList<Taken>();
        List<Population> free = new ArrayList<>();
        for (Population population : inspection.populations()) {
            Optional<Sender.Fact> own = sender.fact();
            boolean isPrivate = population == inspection.populations().getLast();
            if (own.isEmpty() || owns(sender, isPrivate, rank)) {
                free.add(population);
            } else if (owners(sender, isPrivate).findFirst().isPresent()) {
                taken.add(new Taken(true, own.get(), owners(sender, isPrivate)));
            }
        }
        forestalling(free, rank).forEach(taken::add);
        return taken;
    }

    /** Of each population the fact of which every value has an owner before a rank, the same for both if one does. */
    private Stream<Taken> forestalling(List<Population> populations, int rank) {
        Stream<Sender.Fact> ofAll =
                facts().filter(fact -> populations.stream().allMatch(them -> isForestalled(them, fact, rank)));
        Optional<Sender.Fact> same = ofAll.findFirst();
        return populations.stream().map(them -> {
            Sender.Fact fact = same.orElseGet(() -> facts().filter(it -> isForestalled(them, it, rank))
                    .findFirst()
                    .orElseThrow());
            return new Taken(false, fact, IntStream.of(ranks(them.dimension(fact))));
        });
    }

    private static Stream<Sender.Fact> facts() {
        return Stream.of(Sender.Fact.values());
    }

    private static boolean isForestalled(Population population, Sender.Fact fact, int rank) {
        return population.dimension(fact).highestRank() < rank;
    }

    /** The ranks of the entries that own a fact, in order. */
    private int[] ranks(Dimension<?> dimension) {
        return ranks.computeIfAbsent(
                dimension,
                all -> IntStream.range(0, all.size())
                        .map(all::rank)
                        .distinct()
                        .sorted()
                        .toArray());
    }

    private Finding duplicate(Admission admission, Admission earlier) {
        boolean isSame = inspection.doTheSame(admission, earlier);
        return new Finding(
                Code.DUPLICATE,
                isSame ? Severity.NOTE : Severity.WARNING,
                admission.entry().origin(),
                Words.entry(admission) + " never decides: it stands in the table before, as " + Words.placed(earlier)
                        + sameness(isSame),
                isSame ? "leave one of the two out" : "leave out the one that is wrong",
                Optional.of(inspection.meeting(
                        admission.entry().sender(), inspection.index().size())),
                List.of(earlier.entry().origin()));
    }

    private Finding shadowed(Admission admission, List<Taken> taken) {
        Shadow shadow = shadow(admission, taken);
        return finding(
                admission,
                shadow,
                shadow.isSame() ? Severity.NOTE : Severity.WARNING,
                "all that it means is taken before by ",
                shadow.isSame() ? "leave it out" : "move it before that, or leave it out",
                inspection.index().size());
    }

    /** The entry owns values, but of another fact every value has an owner before it. */
    private Finding forestalled(Admission admission, int rank, List<Taken> taken) {
        Shadow shadow = shadow(admission, taken);
        boolean isEnd = admission.entry().sender() instanceof Sender.Everyone;
        String facts =
                taken.stream().map(Taken::fact).distinct().map(Words::fact).collect(Collectors.joining(" or "));
        return finding(
                admission,
                shadow,
                isEnd || shadow.isSame() ? Severity.NOTE : Severity.WARNING,
                "whoever comes, an entry about " + facts + " has decided before: ",
                isEnd ? "nothing needs to be done" : "move it before those, or leave it out",
                rank);
    }

    private Finding finding(Admission admission, Shadow shadow, Severity severity, String why, String mend, int above) {
        return new Finding(
                Code.NEVER_DECIDES,
                severity,
                admission.entry().origin(),
                Words.entry(admission) + " never decides: " + why + shadow.words(SHOWN) + sameness(shadow.isSame())
                        + inClear(admission, shadow.entries()),
                mend,
                Optional.of(inspection.meeting(admission.entry().sender(), above)),
                Words.origins(shadow.entries()));
    }

    /**
     * The entries that leave nothing to another.
     *
     * @param entries in the order of evaluation
     * @param isWhole whether these are all
     * @param isSame whether all of them do the same as the other
     */
    private record Shadow(List<Admission> entries, boolean isWhole, boolean isSame) {
        String words(int shown) {
            boolean isMore = entries.size() > shown || !isWhole;
            return Words.placed(entries.stream().limit(shown).toList(), isMore);
        }
    }

    private Shadow shadow(Admission admission, List<Taken> taken) {
        int most = Math.max(SHOWN, roomForRelated);
        int[] ranks = taken.stream()
                .flatMapToInt(Taken::ranks)
                .distinct()
                .limit(most + 1L)
                .sorted()
                .toArray();
        roomForRelated = Math.max(0, roomForRelated - ranks.length);
        List<Admission> entries =
                IntStream.of(ranks).limit(most).mapToObj(inspection::admission).toList();
        boolean isWhole = ranks.length <= most;
        return new Shadow(
                entries,
                isWhole,
                isWhole && entries.stream().allMatch(other -> inspection.doTheSame(admission, other)));
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

    private static String whyNobody(Sender sender) {
        return switch (sender.fact().orElseThrow()) {
            case NAME -> "no name below it is short enough";
            case REPUTATION, COUNTRY, ORGANIZATION ->
                "this listener does not ask the reputation service for " + Words.fact(sender);
            case ADDRESS, DNS_LISTS -> throw new IllegalStateException("there is always a client that meets " + sender);
        };
    }

    /** Whether nothing before a rank decides about one of the values that a sender means. */
    private boolean owns(Sender sender, boolean amongPrivate, int rank) {
        return sender instanceof Sender.Address(var range)
                ? inspection.addressRuns().reach(range, amongPrivate, rank)
                : owners(sender, amongPrivate).anyMatch(owner -> owner >= rank);
    }

    /** The ranks that decide, as far as the fact of a sender goes, about the values that it means. */
    private IntStream owners(Sender sender, boolean amongPrivate) {
        var index = inspection.index();
        boolean asks = inspection.asksForReputation() && !amongPrivate;
        return switch (sender) {
            case Sender.Address(var range) -> inspection.addressRuns().ranks(range, amongPrivate);
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
