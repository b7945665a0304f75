package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.CrowdedTables;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.TlsUse;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A claim is refuted if and only if the oracle finds a client that contradicts it. */
class ProofTest {
    private static final List<Treatment> TREATMENTS = List.of(
            new Treatment.RequiresTls(),
            new Treatment.Accepted(),
            new Treatment.AcceptedWithoutTls(),
            new Treatment.Refused(),
            new Treatment.Relays(),
            new Treatment.InGroup("G2"));

    @Test
    void anyClaimAboutAnyTableIsProvenOrRefutedAsTheOracleSays() {
        int proven = 0;
        int refuted = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            ListenerType type = random.nextInt(3) > 0 ? ListenerType.PUBLIC : ListenerType.PRIVATE;
            var tables = new CrowdedTables(random);
            Engine engine = Engine.of(
                    ListenerSettings.of(type).with("use_senderbase", "on"),
                    tables.draw(),
                    new RecipientAccessTable(List.of()));
            Asked question = Asked.random(tables, random);
            var claim = new Claim(
                    question.meant(),
                    question.senders(),
                    random.nextInt(6) == 0 ? Set.of("G1", "G2") : Set.of(),
                    random.nextInt(3) == 0 ? Set.of("G" + random.nextInt(9)) : Set.of(),
                    TREATMENTS.get(random.nextInt(TREATMENTS.size())),
                    random.nextBoolean());

            Proof proof = Proof.of(Partition.of(Space.of(engine.index(), claim.senders()), engine), claim);

            List<Integer> meant = new Naive(engine.index(), true)
                    .deciders(question).stream()
                            .filter(rank -> isMeant(claim, engine.index().admission(rank)))
                            .toList();
            List<Admission> against = meant.stream()
                    .map(engine.index()::admission)
                    .filter(admission -> isTreated(claim.treatment(), admission) != claim.everybody())
                    .toList();
            assertThat(proof.entries()).as("seed %d: %s", seed, claim).isEqualTo(against.size());
            assertThat(proof.counterexamples())
                    .as("seed %d: %s", seed, claim)
                    .extracting(Proof.Counterexample::admission)
                    .containsExactlyElementsOf(against.stream().limit(10).toList());
            assertThat(proof.isOfNobody()).isEqualTo(meant.isEmpty());
            proven += proof.isProven() && !proof.isOfNobody() ? 1 : 0;
            refuted += proof.isProven() ? 0 : 1;
            proof.counterexamples().forEach(counterexample -> {
                assertThat(question.means(counterexample.client())).isTrue();
                assertThat(engine.admit(counterexample.client())).isSameAs(counterexample.admission());
            });
        }
        assertThat(proven).isGreaterThan(100);
        assertThat(refuted).isGreaterThan(100);
    }

    private static boolean isMeant(Claim claim, Admission admission) {
        String group = admission.group().orElse("");
        return (claim.within().isEmpty() || claim.within().contains(group))
                && !claim.except().contains(group);
    }

    /** In words of its own, not those of the engine. */
    private static boolean isTreated(Treatment treatment, Admission admission) {
        ConnectionBehavior behavior = admission.behavior();
        boolean accepts = behavior == ConnectionBehavior.ACCEPT || behavior == ConnectionBehavior.RELAY;
        boolean inClear = accepts && admission.policy().value(PolicyParameters.TLS) != TlsUse.REQUIRED;
        return switch (treatment) {
            case Treatment.RequiresTls() -> !inClear;
            case Treatment.Accepted() -> accepts;
            case Treatment.AcceptedWithoutTls() -> inClear;
            case Treatment.Refused() ->
                behavior == ConnectionBehavior.REJECT || behavior == ConnectionBehavior.TCPREFUSE;
            case Treatment.Relays() -> behavior == ConnectionBehavior.RELAY;
            case Treatment.InGroup(var name) -> admission.group().equals(Optional.of(name));
            case Treatment.UsesPolicy(var name) -> admission.policy().name().equals(Optional.of(name));
        };
    }
}
