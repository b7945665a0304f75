package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The clients whom two tables treat differently, and how.
 *
 * <p>Tables of the same meaning have no difference, however they are written. Where there are more ways to be treated
 * differently than can be gone through, only some are told: what is told is right, but it is not all. Takes time in
 * proportion to the tables, for each place where they disagree.
 *
 * @param changes each a different pair of what is in force, those higher in the old table first; no client is in the
 *     regions of two
 * @param isComplete whether these are all
 */
public record Difference(List<Change> changes, boolean isComplete) {
    private static final int MOST_LEVELS = 20_000;
    private static final long MOST_STEPS = 1L << 29;

    public Difference {
        changes = List.copyOf(changes);
    }

    /** What an old and a new table, of listeners that are set alike, do with all possible clients. */
    public static Difference of(Engine before, Engine after) {
        if (!before.settings()
                .value(ListenerParameters.USE_SENDERBASE)
                .equals(after.settings().value(ListenerParameters.USE_SENDERBASE))) {
            throw new IllegalArgumentException("one listener asks for reputations, the other does not");
        }
        return new Comparison(before, after).difference();
    }

    /** What is in force before and after, by number. */
    private record Pair(int before, int after) {}

    private static final class Comparison {
        private final Space space;
        private final AllTerms allTerms = new AllTerms();
        private final Runs runsBefore;
        private final Runs runsAfter;
        private final Clients publicClients;
        private final Clients privateClients;
        private boolean isComplete = true;

        private Comparison(Engine before, Engine after) {
            List<Sender> senders = senders(after.index());
            space = Space.of(before.index(), senders);
            Set<HostName> zones = new LinkedHashSet<>();
            for (int i = 0; i < space.lists().count(); i++) {
                zones.addAll(space.lists().witness(i).answers().keySet());
            }
            Classes<DnsLists> listings = Listings.of(zones, before.index(), after.index());
            List<Population> old = populations(before, listings);
            List<Population> fresh = populations(after, listings);
            runsBefore = runs(before.index(), old);
            runsAfter = runs(after.index(), fresh);
            publicClients = Clients.of(old.get(0), fresh.get(0), runsBefore, runsAfter);
            privateClients = Clients.of(old.get(1), fresh.get(1), runsBefore, runsAfter);
        }

        private static List<Sender> senders(HatIndex index) {
            return IntStream.range(0, index.size())
                    .mapToObj(rank -> index.admission(rank).entry().sender())
                    .toList();
        }

        private List<Population> populations(Engine engine, Classes<DnsLists> listings) {
            Partition partition = Partition.of(space, engine);
            Dimension<DnsLists> lists = Dimension.of(listings, engine.index()::rank, List.of(DnsLists.notAsked()));
            return List.of(
                    partition.publicClients().withLists(lists),
                    partition.privateClients().withLists(lists));
        }

        private Runs runs(HatIndex index, List<Population> populations) {
            return Runs.of(index, Clients.ranks(populations, index.everyone()), allTerms);
        }

        private Difference difference() {
            Map<Pair, List<Region.Part>> found = new LinkedHashMap<>();
            parts(publicClients, false, found);
            parts(privateClients, true, found);
            List<Change> changes = found.entrySet().stream()
                    .map(entry -> new Change(
                            allTerms.of(entry.getKey().before()),
                            allTerms.of(entry.getKey().after()),
                            regions(entry.getValue())))
                    .toList();
            return new Difference(changes, isComplete);
        }

        private void parts(Clients clients, boolean isPrivate, Map<Pair, List<Region.Part>> found) {
            int standings = clients.facts().stream().mapToInt(Fact::count).sum();
            int most = (int) Math.min(MOST_LEVELS, MOST_STEPS / (standings + 1));
            Levels levels = Levels.of(clients, runsBefore, runsAfter, most);
            isComplete = isComplete && levels.isComplete();
            Map<Pair, List<Box>> boxes = new LinkedHashMap<>();
            for (Level level : levels.found()) {
                var terms = new Pair(runsBefore.terms(level.before()), runsAfter.terms(level.after()));
                Box.of(level, clients, runsBefore, runsAfter)
                        .ifPresent(box -> boxes.computeIfAbsent(terms, first -> new ArrayList<>())
                                .add(box));
            }
            boxes.forEach((terms, all) -> Boxes.joined(all)
                    .forEach(box -> found.computeIfAbsent(terms, first -> new ArrayList<>())
                            .add(new Region.Part(clients, box, isPrivate))));
        }

        /** Of private addresses much is as it is of public ones: such parts are one. */
        private List<Region> regions(List<Region.Part> parts) {
            var left = new ArrayList<>(parts);
            var regions = new ArrayList<Region>();
            while (!left.isEmpty()) {
                Region.Part part = left.removeFirst();
                Optional<Region.Part> other =
                        left.stream().filter(part::isOneWith).findFirst();
                other.ifPresent(left::remove);
                regions.add(new Region(space, other.map(it -> List.of(part, it)).orElse(List.of(part))));
            }
            return regions;
        }
    }
}
