package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.engine.connect.CrowdedTables;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.RecipientAccessTable;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A table is asked rung by rung. */
class RungTest {
    private static List<String> rungs(String text) {
        HostAccessTable hat = Tables.hat(text);
        return Rung.of(hat, engine(hat)).stream()
                .map(rung -> rung.order() + " " + rung.group().orElse("-") + " lines "
                        + rung.origin().line() + "-" + rung.lastLine() + ", " + rung.size() + " from "
                        + rung.firstRank() + ", " + rung.policy().behavior())
                .toList();
    }

    private static Engine engine(HostAccessTable hat) {
        return Engine.of(Tables.PUBLIC, hat, new RecipientAccessTable(List.of()));
    }

    @Test
    void groupsAndEntriesOutsideOfAnyAreRungsInTheOrderOfTheTable() {
        assertThat(rungs("""
                        $BLOCKED
                            REJECT
                        FIRST:
                            192.0.2.0/24
                            .partner.example
                            RELAY
                        EMPTY:
                            $BLOCKED
                        198.51.100.7
                            TCPREFUSE
                        ALL
                            $BLOCKED
                        """))
                .containsExactly(
                        "1 FIRST lines 3-6, 2 from 0, RELAY",
                        "2 EMPTY lines 7-8, 0 from 2, REJECT",
                        "3 - lines 9-10, 1 from 2, TCPREFUSE",
                        "4 - lines 11-12, 1 from 3, REJECT");
    }

    @Test
    void theAllThatNobodyWroteIsTheLastRung() {
        assertThat(rungs("ONE:\n    192.0.2.1\n    REJECT\n"))
                .containsExactly("1 ONE lines 1-3, 1 from 0, REJECT", "2 - lines 0-0, 1 from 1, ACCEPT");
    }

    @Test
    void everyEntryBelongsToTheRungOfItsGroup() {
        for (long seed = 0; seed < 300; seed++) {
            HostAccessTable hat = new CrowdedTables(new Random(seed)).draw();
            Engine engine = engine(hat);
            int rank = 0;
            for (Rung rung : Rung.of(hat, engine)) {
                assertThat(rung.firstRank()).as("seed %d", seed).isEqualTo(rank);
                for (int i = 0; i < rung.size(); i++) {
                    assertThat(engine.index().admission(rank).group()).isEqualTo(rung.group());
                    assertThat(engine.index().admission(rank).policy()).isSameAs(rung.policy());
                    rank++;
                }
            }
            assertThat(rank).isEqualTo(engine.index().size());
        }
    }
}
