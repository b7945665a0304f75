package dev.hatcheck.policies.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.RecipientAccessTable;
import org.junit.jupiter.api.Test;

/** Writing and reading undo each other. */
class RoundTripTest {
    private static final int TABLES = 400;

    @Test
    void aHatThatWasWrittenReadsBackEqual() {
        for (int seed = 0; seed < TABLES; seed++) {
            HostAccessTable table = new RandomTables(seed).hat();
            String text = HatWriter.write(table);

            assertThat(HatReader.read(text, "hat.txt").value())
                    .as("seed %d%n%s", seed, text)
                    .isEqualTo(table);
        }
    }

    @Test
    void aCanonicalHatIsWrittenAsItWasRead() {
        for (int seed = 0; seed < TABLES; seed++) {
            String text = HatWriter.write(new RandomTables(seed).hat());

            assertThat(HatWriter.write(HatReader.read(text, "hat.txt").value()))
                    .as("seed %d", seed)
                    .isEqualTo(text);
        }
    }

    @Test
    void aRatThatWasWrittenReadsBackEqual() {
        for (int seed = 0; seed < TABLES; seed++) {
            RecipientAccessTable table = new RandomTables(seed).rat();
            String text = RatWriter.write(table);

            assertThat(RatReader.read(text, "rat.txt").value())
                    .as("seed %d%n%s", seed, text)
                    .isEqualTo(table);
        }
    }
}
