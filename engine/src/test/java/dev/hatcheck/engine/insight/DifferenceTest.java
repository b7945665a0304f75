package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.Sender;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is treated differently is told as plain loops over both tables and all clients find it. */
class DifferenceTest {
    /** The ranks that decide about a client. */
    private record Ranks(int before, int after) {}

    /** With sets of any combination, as many as it takes, and with none but those that are told by what decides. */
    @ParameterizedTest
    @ValueSource(ints = {10_000, 0})
    void aClientIsInARegionOfAChangeIfAndOnlyIfTheOracleFindsThatChange(int mostCombined) {
        int same = 0;
        int different = 0;
        for (long seed = 0; seed < 1_500; seed++) {
            var random = new Random(seed);
            var tables = new TablePairs(random);
            HostAccessTable one = tables.draw();
            boolean asked = random.nextInt(5) > 0;
            ListenerType type = random.nextInt(3) > 0 ? ListenerType.PUBLIC : ListenerType.PRIVATE;
            Engine before = engine(one, type, asked);
            Engine after = engine(random.nextInt(4) == 0 ? tables.draw() : tables.changed(one), type, asked);

            Difference difference = Difference.of(before, after, mostCombined);

            assertThat(difference.isComplete()).isTrue();
            assertThat(regions(difference)).allMatch(region -> region.deciders().isEmpty() == mostCombined > 0);
            List<Sender> senders = senders(before, after);
            assertThat(changes(difference)).as("seed %d", seed).isEqualTo(expected(before, after, senders, asked));
            for (boolean isPrivate : List.of(true, false)) {
                List<List<Peer>> facts =
                        AllClients.around(senders, isPrivate, asked).facts();
                for (int i = 0; i < 30; i++) {
                    check(AllClients.drawn(facts, random), difference, before, after, seed);
                }
            }
            for (Region region : regions(difference)) {
                assertThat(region.contains(region.witness())).isTrue();
                check(region.witness(), difference, before, after, seed);
            }
            same += difference.changes().isEmpty() ? 1 : 0;
            different += difference.changes().isEmpty() ? 0 : 1;
        }
        assertThat(same).isGreaterThan(100);
        assertThat(different).isGreaterThan(700);
    }

    private static List<Region> regions(Difference difference) {
        return difference.changes().stream()
                .flatMap(change -> change.regions().stream())
                .limit(50)
                .toList();
    }

    private static void check(Peer peer, Difference difference, Engine before, Engine after, long seed) {
        String old = treatment(new Naive(before.index(), true).decider(peer), before);
        String fresh = treatment(new Naive(after.index(), true).decider(peer), after);
        Set<String> found = difference.changes().stream()
                .filter(change -> change.regions().stream().anyMatch(region -> region.contains(peer)))
                .map(DifferenceTest::shown)
                .collect(Collectors.toSet());
        assertThat(found)
                .as("seed %d: %s", seed, peer)
                .isEqualTo(old.equals(fresh) ? Set.of() : Set.of(old + " -> " + fresh));
    }

    private static String treatment(int rank, Engine engine) {
        Admission admission = engine.index().admission(rank);
        return admission.behavior() + " "
                + admission.policy().value(PolicyParameters.TLS).written();
    }

    private static String shown(Change change) {
        return shown(change.before()) + " -> " + shown(change.after());
    }

    private static String shown(Terms terms) {
        return terms.behavior() + " " + terms.parameters().get("tls").replace("\"", "");
    }

    private static Set<String> changes(Difference difference) {
        return difference.changes().stream().map(DifferenceTest::shown).collect(Collectors.toSet());
    }

    /** What the decisions about all clients come to; facts are independent, and the earlier entry decides. */
    private static Set<String> expected(Engine before, Engine after, List<Sender> senders, boolean asked) {
        var expected = new LinkedHashSet<String>();
        for (boolean isPrivate : List.of(true, false)) {
            Set<Ranks> some = Set.of(new Ranks(Integer.MAX_VALUE, Integer.MAX_VALUE));
            List<List<Peer>> facts =
                    AllClients.around(senders, isPrivate, asked).facts();
            for (int fact = 0; fact < facts.size(); fact++) {
                some = combined(some, ranks(facts.get(fact), fact, before, after));
            }
            for (Ranks ranks : some) {
                String old = treatment(ranks.before(), before);
                String fresh = treatment(ranks.after(), after);
                if (!old.equals(fresh)) {
                    expected.add(old + " -> " + fresh);
                }
            }
        }
        return expected;
    }

    private static Set<Ranks> ranks(List<Peer> values, int fact, Engine before, Engine after) {
        var naiveBefore = new Naive(before.index(), true);
        var naiveAfter = new Naive(after.index(), true);
        return values.stream()
                .map(value -> new Ranks(naiveBefore.firstMatch(value, fact), naiveAfter.firstMatch(value, fact)))
                .collect(Collectors.toSet());
    }

    private static Set<Ranks> combined(Set<Ranks> some, Set<Ranks> others) {
        var combined = new HashSet<Ranks>();
        some.forEach(one -> others.forEach(other ->
                combined.add(new Ranks(Math.min(one.before(), other.before()), Math.min(one.after(), other.after())))));
        return combined;
    }

    /** So nothing is listed that leads nowhere, and what is not listed is treated as before. */
    @Test
    void whereItIsToldByWhatDecidesEveryListedValueIsSomeClientsOfTheRegion() {
        int listed = 0;
        int unlisted = 0;
        for (long seed = 0; seed < 150; seed++) {
            var tables = new TablePairs(new Random(seed));
            HostAccessTable one = tables.draw();
            Engine before = engine(one);
            Engine after = engine(tables.changed(one));
            Difference difference = Difference.of(before, after, 0);
            for (boolean isPrivate : List.of(true, false)) {
                List<List<Peer>> facts = AllClients.around(senders(before, after), isPrivate, true)
                        .facts();
                for (int fact = 0; fact < facts.size(); fact++) {
                    Set<Ranks> others = Set.of(new Ranks(Integer.MAX_VALUE, Integer.MAX_VALUE));
                    for (int other = 0; other < facts.size(); other++) {
                        others = other == fact
                                ? others
                                : combined(others, ranks(facts.get(other), other, before, after));
                    }
                    for (Peer value : facts.get(fact)) {
                        Set<Ranks> all = combined(others, ranks(List.of(value), fact, before, after));
                        Set<Told> expected = all.stream()
                                .map(ranks -> told(ranks, before, after))
                                .collect(Collectors.toSet());
                        for (Change change : difference.changes()) {
                            for (Region region : change.regions()) {
                                if (region.isOfPrivate() == isPrivate) {
                                    boolean isListed = lists(region, fact, value);
                                    listed += isListed ? 1 : 0;
                                    unlisted += isListed ? 0 : 1;
                                    assertThat(expected.contains(new Told(
                                                    shown(change),
                                                    region.deciders().orElseThrow())))
                                            .as("seed %d: %s", seed, value)
                                            .isEqualTo(isListed);
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(listed).isGreaterThan(100_000);
        assertThat(unlisted).isGreaterThan(10_000);
    }

    /** A change, and the facts that decide. */
    private record Told(String change, Deciders deciders) {}

    private static Told told(Ranks ranks, Engine before, Engine after) {
        return new Told(
                treatment(ranks.before(), before) + " -> " + treatment(ranks.after(), after),
                new Deciders(fact(ranks.before(), before), fact(ranks.after(), after)));
    }

    private static Optional<Sender.Fact> fact(int rank, Engine engine) {
        return engine.index().admission(rank).entry().sender().fact();
    }

    /** Whether a region has a client with a value of a fact. */
    private static boolean lists(Region region, int fact, Peer value) {
        return switch (Sender.Fact.values()[fact]) {
            case ADDRESS -> region.addresses().stream().anyMatch(range -> range.contains(value.address()));
            case NAME -> region.names().contains(value.reverseDns());
            case REPUTATION -> region.reputations().contains(value.reputation());
            case COUNTRY ->
                region.countries().contains(value.country() instanceof Country.Known known ? known.code() : "");
            case ORGANIZATION -> region.organizations().contains(value.organization());
            case DNS_LISTS ->
                region.hasAnyLists() || region.lists().stream().anyMatch(listing -> listing.contains(value.lists()));
        };
    }

    private static List<Sender> senders(Engine... engines) {
        return Stream.of(engines)
                .flatMap(engine -> IntStream.range(0, engine.index().size())
                        .mapToObj(rank -> engine.index().admission(rank).entry().sender()))
                .toList();
    }

    private static Engine engine(HostAccessTable table) {
        return engine(table, ListenerType.PUBLIC, true);
    }

    private static Engine engine(HostAccessTable table, ListenerType type, boolean asked) {
        return Engine.of(
                ListenerSettings.of(type).with("use_senderbase", asked ? "on" : "off"),
                table,
                new RecipientAccessTable(List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 0})
    void aTableThatIsWrittenOtherwiseIsNoOther(int mostCombined) {
        for (long seed = 0; seed < 1_000; seed++) {
            var tables = new TablePairs(new Random(seed));
            HostAccessTable table = tables.draw();
            Engine rewritten = engine(tables.rewritten(table));
            assertThat(Difference.of(engine(table), rewritten, mostCombined))
                    .as("seed %d", seed)
                    .isEqualTo(new Difference(List.of(), true));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 0})
    void theOtherWayRoundTheChangesAreTheOtherWayRound(int mostCombined) {
        for (long seed = 0; seed < 300; seed++) {
            var tables = new TablePairs(new Random(seed));
            HostAccessTable one = tables.draw();
            Engine before = engine(one);
            Engine after = engine(tables.changed(one));
            assertThat(changes(Difference.of(after, before, mostCombined)))
                    .isEqualTo(Difference.of(before, after, mostCombined).changes().stream()
                            .map(change -> shown(change.after()) + " -> " + shown(change.before()))
                            .collect(Collectors.toSet()));
        }
    }
}
