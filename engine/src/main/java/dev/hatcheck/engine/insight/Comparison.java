package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two tables beside each other: their clients in the classes that both make, public and private ones.
 *
 * <p>What differs is found in one of two forms. Where the tables disagree at few levels, in sets any combination of
 * whose values is treated alike; where they have little in common there would be as many of these as entries, so there
 * it is told by which fact each table decides.
 */
final class Comparison {
    /** The work that is put into sets of free combinations: each walks over all classes, so long tables get fewer. */
    private static final long MOST_STEPS = 1L << 29;

    /** The most pairs of terms, before and now, that are told by what decides: those of 128 different terms. */
    private static final int MOST_OUTCOMES = 1 << 14;

    private final Space space;
    private final AllTerms allTerms = new AllTerms();
    private final int[] termsBefore;
    private final int[] termsAfter;
    private final Runs runsBefore;
    private final Runs runsAfter;
    private final List<Decided.Sides> sides = new ArrayList<>();

    Comparison(Engine before, Engine after) {
        space = Space.of(before.index(), senders(after.index()));
        Set<HostName> zones = new LinkedHashSet<>();
        for (int i = 0; i < space.lists().count(); i++) {
            zones.addAll(space.lists().witness(i).answers().keySet());
        }
        Classes<DnsLists> listings = Listings.of(zones, before.index(), after.index());
        List<List<Population>> populations = Stream.of(before, after)
                .parallel()
                .map(engine -> populations(engine, listings))
                .toList();
        List<Population> old = populations.getFirst();
        List<Population> fresh = populations.getLast();
        termsBefore = terms(before.index());
        termsAfter = terms(after.index());
        runsBefore = Runs.of(termsBefore, Clients.ranks(old, before.index().everyone()));
        runsAfter = Runs.of(termsAfter, Clients.ranks(fresh, after.index().everyone()));
        for (boolean isPrivate : List.of(false, true)) {
            int which = isPrivate ? 1 : 0;
            sides.add(new Decided.Sides(before.index(), after.index(), old.get(which), fresh.get(which), isPrivate));
        }
    }

    private static Iterable<Sender> senders(HatIndex index) {
        return () -> IntStream.range(0, index.size())
                .mapToObj(rank -> index.admission(rank).entry().sender())
                .iterator();
    }

    private List<Population> populations(Engine engine, Classes<DnsLists> listings) {
        Partition partition = Partition.of(space, engine);
        Dimension<DnsLists> lists = Dimension.of(listings, engine.index()::rank, List.of(DnsLists.notAsked()));
        return List.of(
                partition.publicClients().withLists(lists),
                partition.privateClients().withLists(lists));
    }

    /** The number of what each rank puts in force, {@code ALL}'s the last. */
    private int[] terms(HatIndex index) {
        return IntStream.rangeClosed(0, index.everyone())
                .map(rank -> allTerms.number(index.admission(rank).policy()))
                .toArray();
    }

    /** What differs, in no more than so many sets with any combination of values. */
    Difference difference(int mostCombined) {
        List<Clients> clients = sides.parallelStream()
                .map(side -> Clients.of(side.before(), side.after(), runsBefore, runsAfter))
                .toList();
        List<Levels> levels = clients.parallelStream()
                .map(some -> Levels.of(some, runsBefore, runsAfter, most(some, mostCombined)))
                .toList();
        boolean isWhole = levels.stream().allMatch(Levels::isComplete);
        if (!isWhole && (long) allTerms.count() * allTerms.count() <= MOST_OUTCOMES) {
            return new Difference(decided(), true);
        }
        Map<Outcome, List<Combined>> found = new LinkedHashMap<>();
        for (int i = 0; i < clients.size(); i++) {
            combine(levels.get(i), clients.get(i), sides.get(i).isPrivate(), found);
        }
        return new Difference(
                found.entrySet().stream()
                        .map(entry -> change(entry.getKey(), regions(entry.getValue())))
                        .toList(),
                isWhole);
    }

    private static int most(Clients clients, int mostCombined) {
        int standings = clients.facts().stream().mapToInt(Fact::count).sum();
        return (int) Math.min(mostCombined, MOST_STEPS / (standings + 1));
    }

    private void combine(Levels levels, Clients clients, boolean isPrivate, Map<Outcome, List<Combined>> found) {
        Map<Outcome, List<Box>> boxes = new LinkedHashMap<>();
        for (Level level : levels.found()) {
            var outcome = new Outcome(runsBefore.terms(level.before()), runsAfter.terms(level.after()));
            Box.of(level, clients, runsBefore, runsAfter)
                    .ifPresent(box -> boxes.computeIfAbsent(outcome, first -> new ArrayList<>())
                            .add(box));
        }
        boxes.forEach((outcome, all) -> Boxes.joined(all)
                .forEach(box -> found.computeIfAbsent(outcome, first -> new ArrayList<>())
                        .add(new Combined(clients, box, isPrivate))));
    }

    /** Of private addresses much is as it is of public ones: such parts are one. */
    private List<Region> regions(List<Combined> parts) {
        var left = new ArrayList<>(parts);
        var regions = new ArrayList<Region>();
        while (!left.isEmpty()) {
            Combined part = left.removeFirst();
            Optional<Combined> other = left.stream().filter(part::isOneWith).findFirst();
            other.ifPresent(left::remove);
            regions.add(new Region(
                    space, other.<List<Part>>map(it -> List.of(part, it)).orElse(List.of(part))));
        }
        return regions;
    }

    private Change change(Outcome outcome, List<Region> regions) {
        return new Change(allTerms.of(outcome.before()), allTerms.of(outcome.after()), regions);
    }

    private List<Change> decided() {
        Map<Outcome, List<Region>> found =
                new TreeMap<>(Comparator.comparingInt(Outcome::before).thenComparingInt(Outcome::after));
        for (Decided.Sides side : sides) {
            Rankings rankings = Rankings.of(side.before(), side.after(), termsBefore, termsAfter);
            rankings.outcomes()
                    .forEach((deciders, outcomes) ->
                            outcomes.forEach(outcome -> found.computeIfAbsent(outcome, first -> new ArrayList<>())
                                    .add(new Region(space, List.of(new Decided(side, rankings, deciders, outcome))))));
        }
        return found.entrySet().stream()
                .map(entry -> change(entry.getKey(), entry.getValue()))
                .toList();
    }
}
