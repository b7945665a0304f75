package dev.hatcheck.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Tables;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any table decides about any client as a second, plainer reading of it does. */
class AdmissionsOracleTest {
    @Test
    void anyTableMeansToTheEngineWhatItMeansToTheOracle() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            NaiveTable table = NaiveTable.random(random);
            Admissions admissions = Tables.admissions(table.text());
            for (int i = 0; i < 12; i++) {
                check(table, admissions, NaiveClient.random(random), random, seed);
            }
        }
    }

    private static void check(NaiveTable table, Admissions admissions, NaiveClient client, Random random, long seed) {
        Peer peer = client.peer(random);
        int decider = table.decider(client);
        List<NaiveTable.Rung> before = table.rungs().subList(0, decider);
        Explanation explanation = admissions.explain(peer);

        assertThat(shown(explanation.admission()))
                .as("seed %d, %s in%n%s", seed, peer, table.text())
                .isEqualTo(table.rungs().get(decider).toString());
        assertThat(admissions.admit(peer)).isSameAs(explanation.admission());
        assertThat(explanation.whyNot())
                .as("seed %d, %s in%n%s", seed, peer, table.text())
                .extracting(passed -> shown(passed.group()) + " "
                        + passed.entry().written() + " " + (passed.reason() == Miss.CONTINUED))
                .containsExactlyElementsOf(before.stream()
                        .map(rung -> rung.group() + " " + rung.entry().written() + " "
                                + rung.entry().means().test(client))
                        .toList());
    }

    private static String shown(Admission admission) {
        return admission.behavior() + " " + shown(admission.group()) + " "
                + admission.entry().written();
    }

    private static String shown(Optional<String> group) {
        return group.orElse("-");
    }
}
