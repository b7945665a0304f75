package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.CrowdedTables;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.TlsUse;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is found by classes is what the oracle finds by going through clients. */
class LintOracleTest {
    @Test
    void anEntryIsFoundDeadIfAndOnlyIfItDecidesAboutNobody() {
        int dead = 0;
        for (long seed = 0; seed < 800; seed++) {
            Drawn drawn = Drawn.of(seed);
            Set<Integer> deciders =
                    new Naive(drawn.engine().index(), drawn.asks()).deciders(new Asked(List.of(), List.of()));
            List<Origin> expected = IntStream.range(0, drawn.engine().index().size())
                    .filter(rank -> drawn.admission(rank).behavior() != ConnectionBehavior.CONTINUE)
                    .filter(rank -> !deciders.contains(rank))
                    .mapToObj(rank -> drawn.admission(rank).entry().origin())
                    .filter(origin -> origin.line() > 0)
                    .toList();
            dead += expected.size();

            assertThat(identities(drawn.found(Set.of(Code.NEVER_DECIDES, Code.DUPLICATE)).stream()
                            .map(Finding::where)
                            .toList()))
                    .as("seed %d", seed)
                    .isEqualTo(identities(expected));
        }
        assertThat(dead).isGreaterThan(500);
    }

    /** All origins are equal: they are told apart by what they are. */
    private static Set<Origin> identities(List<Origin> origins) {
        Set<Origin> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(origins);
        return identities;
    }

    @Test
    void aClientThatShowsADeadEntryMeetsItAndIsDecidedByAnother() {
        for (long seed = 0; seed < 800; seed++) {
            Drawn drawn = Drawn.of(seed);
            var naive = new Naive(drawn.engine().index(), drawn.asks());
            drawn.found(Set.of(Code.NEVER_DECIDES, Code.DUPLICATE)).forEach(finding -> check(finding, drawn, naive));
        }
    }

    private static void check(Finding finding, Drawn drawn, Naive naive) {
        int dead = drawn.rank(finding.where());
        finding.witness().ifPresent(client -> {
            assertThat(Naive.meets(client, drawn.admission(dead).entry().sender()))
                    .as("%s", finding)
                    .isTrue();
            assertThat(naive.decider(client)).as("%s", finding).isLessThan(dead);
        });
        assertThat(finding.related())
                .allSatisfy(origin -> assertThat(drawn.rank(origin)).isLessThan(dead));
    }

    @Test
    void tlsIsUndercutIfAndOnlyIfSomeClientOfAnEntryComesInClear() {
        int undercut = 0;
        for (long seed = 0; seed < 800; seed++) {
            Drawn drawn = Drawn.of(seed);
            var naive = new Naive(drawn.engine().index(), drawn.asks());
            Set<String> expected = IntStream.range(0, drawn.engine().index().size())
                    .filter(rank -> isAboutHosts(drawn.admission(rank).entry().sender())
                            && isAccepted(drawn.admission(rank))
                            && !isInClear(drawn.admission(rank)))
                    .filter(rank ->
                            naive.deciders(new Asked(List.of(), List.of())).contains(rank))
                    .filter(rank ->
                            naive
                                    .deciders(new Asked(
                                            List.of(List.of(drawn.admission(rank)
                                                    .entry()
                                                    .sender())),
                                            List.of()))
                                    .stream()
                                    .anyMatch(other -> other < rank && isInClear(drawn.admission(other))))
                    .mapToObj(rank -> drawn.name(rank))
                    .collect(Collectors.toSet());
            List<Finding> found = drawn.found(Set.of(Code.TLS_UNDERCUT));
            undercut += expected.size();

            assertThat(found.stream().map(finding -> drawn.name(drawn.rank(finding.where()))))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(expected);
            for (Finding finding : found) {
                var client = finding.witness().orElseThrow();
                assertThat(Naive.meets(
                                client,
                                drawn.admission(drawn.rank(finding.where()))
                                        .entry()
                                        .sender()))
                        .isTrue();
                assertThat(isInClear(drawn.admission(naive.decider(client)))).isTrue();
            }
        }
        assertThat(undercut).isGreaterThan(30);
    }

    private static boolean isAboutHosts(Sender sender) {
        return sender instanceof Sender.Address
                || sender instanceof Sender.Host
                || sender instanceof Sender.PartialHost;
    }

    private static boolean isAccepted(Admission admission) {
        return admission.behavior() == ConnectionBehavior.ACCEPT || admission.behavior() == ConnectionBehavior.RELAY;
    }

    private static boolean isInClear(Admission admission) {
        return isAccepted(admission) && admission.policy().value(PolicyParameters.TLS) != TlsUse.REQUIRED;
    }

    /** A table and the listener that applies it. */
    private record Drawn(HostAccessTable hat, Engine engine, boolean asks) {
        static Drawn of(long seed) {
            var random = new Random(seed);
            boolean asks = random.nextInt(5) > 0;
            HostAccessTable hat = new CrowdedTables(random).draw();
            return new Drawn(
                    hat,
                    Engine.of(
                            ListenerSettings.of(ListenerType.PUBLIC).with("use_senderbase", asks ? "on" : "off"),
                            hat,
                            new RecipientAccessTable(List.of())),
                    asks);
        }

        List<Finding> found(Set<Code> codes) {
            return Lint.of(hat, new RecipientAccessTable(List.of()), engine, Optional.empty()).stream()
                    .filter(finding -> codes.contains(finding.code()))
                    .toList();
        }

        Admission admission(int rank) {
            return engine.index().admission(rank);
        }

        int rank(Origin origin) {
            return IntStream.range(0, engine.index().size())
                    .filter(rank -> admission(rank).entry().origin() == origin)
                    .findFirst()
                    .orElseThrow();
        }

        String name(int rank) {
            return admission(rank).group().orElse("rank " + rank);
        }
    }
}
