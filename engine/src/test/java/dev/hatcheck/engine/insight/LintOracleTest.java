package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.TlsUse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is found by classes is what the oracle finds by going through entries, lines and clients. */
class LintOracleTest {
    private static final int TABLES = 2_000;

    /** Drawn once, as to go through all clients takes its time. */
    private static final List<Drawn> ALL =
            LongStream.range(0, TABLES).mapToObj(Drawn::of).toList();

    @Test
    void allThatIsSoIsFoundAndNothingElse() {
        for (Drawn drawn : ALL) {
            assertThat(drawn.findings().stream()
                            .filter(finding -> finding.code() != Code.TLS_UNDERCUT)
                            .map(finding -> finding.where().line() + " " + finding.severity() + " "
                                    + finding.code().id()))
                    .as("seed %d", drawn.seed())
                    .containsExactlyInAnyOrderElementsOf(NaiveLint.found(drawn));
        }
    }

    /** Else the agreement would say little. */
    @Test
    void thereIsSomethingOfEveryKindToBeFound() {
        Map<Code, Integer> counts = new EnumMap<>(Code.class);
        ALL.stream()
                .flatMap(drawn -> drawn.findings().stream())
                .forEach(finding -> counts.merge(finding.code(), 1, Integer::sum));
        assertThat(counts)
                .hasSize(15)
                .allSatisfy((code, count) -> assertThat(count).as("%s", code).isGreaterThan(30));
    }

    @Test
    void whoeverMeetsADeadEntryMeetsOneOfThoseBeforeItThatAreTold() {
        for (Drawn drawn : ALL) {
            var random = new Random(drawn.seed());
            for (Finding finding : drawn.found(Code.NEVER_DECIDES, Code.DUPLICATE)) {
                if (isOfRat(finding.where(), drawn)) {
                    continue;
                }
                int dead = drawn.rank(finding.where());
                List<Integer> told = finding.related().stream().map(drawn::rank).toList();
                assertThat(told).allMatch(other -> other < dead);
                for (boolean isPrivate : new boolean[] {false, true}) {
                    List<List<Peer>> facts = meeting(drawn.sender(dead), drawn.facts(isPrivate));
                    for (int i = 0; i < 20 && facts.stream().noneMatch(List::isEmpty); i++) {
                        Peer client = AllClients.drawn(facts, random);
                        assertThat(told)
                                .as("seed %d, %s, %s", drawn.seed(), finding, client)
                                .anyMatch(other -> Naive.meets(client, drawn.sender(other)));
                    }
                }
            }
        }
    }

    private static List<List<Peer>> meeting(Sender sender, List<List<Peer>> facts) {
        int own = Naive.fact(sender);
        return IntStream.range(0, facts.size())
                .mapToObj(fact -> fact == own
                        ? facts.get(fact).stream()
                                .filter(value -> Naive.meets(value, sender))
                                .toList()
                        : facts.get(fact))
                .toList();
    }

    @Test
    void theClientOfAFindingShowsWhatItSays() {
        int shown = 0;
        for (Drawn drawn : ALL) {
            for (Finding finding : drawn.findings()) {
                if (finding.witness().isPresent()) {
                    check(finding, finding.witness().get(), drawn);
                    shown++;
                }
            }
        }
        assertThat(shown).isGreaterThan(8_000);
    }

    private static void check(Finding finding, Peer client, Drawn drawn) {
        String of = "seed %d: %s".formatted(drawn.seed(), finding);
        int decider = drawn.naive().decider(client);
        switch (finding.code()) {
            case NEVER_DECIDES, DUPLICATE -> {
                int dead = drawn.rank(finding.where());
                assertThat(Naive.meets(client, drawn.sender(dead))).as(of).isTrue();
                assertThat(decider).as(of).isLessThan(dead);
            }
            case SUFFIX_WITHOUT_NAME, NAME_WITHOUT_SUFFIX -> {
                assertThat(client.reverseDns()).as(of).isInstanceOf(ReverseDns.Verified.class);
                assertThat(drawn.met(client, 1)).as(of).isEmpty();
            }
            case NAME_NOT_VERIFIED ->
                assertThat(Naive.meets(client, drawn.sender(drawn.rank(finding.where()))))
                        .as(of)
                        .isFalse();
            case SCORE_GAP -> {
                assertThat(drawn.met(client, 2)).as(of).isEmpty();
                assertThat(finding.message())
                        .as(of)
                        .contains(
                                client.reputation() instanceof Reputation.Scored(var score)
                                        ? score.toString()
                                        : "without a score");
            }
            case SCORE_OVERLAP -> {
                int rank = drawn.rank(finding.where());
                assertThat(Naive.meets(client, drawn.sender(rank))).as(of).isTrue();
                assertThat(finding.related().stream().map(drawn::rank)).as(of).contains(decider);
            }
            case TLS_UNDERCUT -> {
                assertThat(Naive.meets(client, drawn.sender(drawn.rank(finding.where()))))
                        .as(of)
                        .isTrue();
                assertThat(isInClear(drawn.admission(decider))).as(of).isTrue();
            }
            case ALL_RELAYS -> assertThat(decider).as(of).isEqualTo(drawn.rank(finding.where()));
            case OPEN_RELAY ->
                assertThat(decider)
                        .as(of)
                        .satisfies(
                                isOfRat(finding.where(), drawn)
                                        ? rank -> assertThat(
                                                        drawn.admission(rank).behavior())
                                                .isEqualTo(ConnectionBehavior.ACCEPT)
                                        : rank -> assertThat(rank).isEqualTo(drawn.rank(finding.where())));
            case EMPTY_GROUP,
                    UNUSED_POLICY,
                    EQUAL_POLICIES,
                    UNREADABLE_NAME,
                    LIMITS_CONTRADICT,
                    NOT_ENFORCED,
                    UNKNOWN_PARAMETER,
                    NO_ALL,
                    BITS_BEHIND_PREFIX,
                    ONE_LABEL,
                    POLICY_NOT_DEFINED,
                    REJECTS_NOBODY -> throw new AssertionError("no client shows " + finding);
        }
    }

    private static boolean isOfRat(Origin where, Drawn drawn) {
        return drawn.rat().entries().stream().anyMatch(entry -> entry.origin().line() == where.line());
    }

    @Test
    void tlsIsUndercutIfAndOnlyIfSomeClientOfAnEntryComesInClear() {
        for (Drawn drawn : ALL) {
            Set<String> expected = IntStream.range(0, drawn.engine().index().size())
                    .filter(rank -> isAboutHosts(drawn.sender(rank))
                            && isAccepted(drawn.admission(rank))
                            && !isInClear(drawn.admission(rank)))
                    .filter(drawn.deciders()::contains)
                    .filter(rank ->
                            drawn.naive().deciders(new Asked(List.of(List.of(drawn.sender(rank))), List.of())).stream()
                                    .anyMatch(other -> other < rank && isInClear(drawn.admission(other))))
                    .mapToObj(drawn::name)
                    .collect(Collectors.toSet());

            assertThat(drawn.found(Code.TLS_UNDERCUT).stream().map(finding -> drawn.name(drawn.rank(finding.where()))))
                    .as("seed %d", drawn.seed())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
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
}
