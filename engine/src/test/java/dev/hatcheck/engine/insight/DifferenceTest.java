package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is treated differently is told as plain loops over both tables and all clients find it. */
class DifferenceTest {
    /** The ranks that decide about a client. */
    private record Ranks(int before, int after) {}

    @Test
    void aClientIsInARegionOfAChangeIfAndOnlyIfTheOracleFindsThatChange() {
        int same = 0;
        int different = 0;
        for (long seed = 0; seed < 1_500; seed++) {
            var random = new Random(seed);
            var tables = new TablePairs(random);
            HostAccessTable one = tables.draw();
            boolean asked = random.nextInt(5) > 0;
            Engine before = engine(one, asked);
            Engine after = engine(random.nextInt(4) == 0 ? tables.draw() : tables.changed(one), asked);

            Difference difference = Difference.of(before, after);

            assertThat(difference.isComplete()).isTrue();
            List<Sender> senders =
                    Stream.concat(senders(before), senders(after)).toList();
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

    private static Stream<Sender> senders(Engine engine) {
        return IntStream.range(0, engine.index().size())
                .mapToObj(rank -> engine.index().admission(rank).entry().sender());
    }

    private static Engine engine(HostAccessTable table, boolean asked) {
        return Engine.of(
                ListenerSettings.of(ListenerType.PUBLIC).with("use_senderbase", asked ? "on" : "off"),
                table,
                new RecipientAccessTable(List.of()));
    }

    @Test
    void aTableThatIsWrittenOtherwiseIsNoOther() {
        for (long seed = 0; seed < 1_000; seed++) {
            var tables = new TablePairs(new Random(seed));
            HostAccessTable table = tables.draw();
            Engine rewritten = engine(tables.rewritten(table), true);
            assertThat(Difference.of(engine(table, true), rewritten).changes())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void theOtherWayRoundTheChangesAreTheOtherWayRound() {
        for (long seed = 0; seed < 300; seed++) {
            var tables = new TablePairs(new Random(seed));
            HostAccessTable one = tables.draw();
            Engine before = engine(one, true);
            Engine after = engine(tables.changed(one), true);
            assertThat(changes(Difference.of(after, before)))
                    .isEqualTo(Difference.of(before, after).changes().stream()
                            .map(change -> shown(change.after()) + " -> " + shown(change.before()))
                            .collect(Collectors.toSet()));
        }
    }
}
