package dev.hatcheck.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names in a hash table, held to a look at every entry. */
class HostSuffixesTest {
    /** The first two have the same hash, wherever in a name they stand; the third ends with the first. */
    private static final List<String> LABELS = List.of("ra", "4c", "xra", "x");

    private record Named(HostName name, boolean isBelow, int rank) {
        boolean means(HostName other) {
            return isBelow ? other.isBelow(name) : other.equals(name);
        }
    }

    @Test
    void aNameHasTheLowestRankOfTheEntriesThatMeanIt() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            int count = random.nextInt(12);
            var table = new HostSuffixes(count);
            List<Named> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                var entry = new Named(name(random), random.nextBoolean(), random.nextInt(50));
                entries.add(entry);
                if (entry.isBelow()) {
                    table.addBelow(entry.name(), entry.rank());
                } else {
                    table.add(entry.name(), entry.rank());
                }
            }
            for (int i = 0; i < 20; i++) {
                HostName client = name(random);
                assertThat(table.of(client))
                        .as("seed %d, %s in %s", seed, client, entries)
                        .isEqualTo(entries.stream()
                                .filter(entry -> entry.means(client))
                                .mapToInt(Named::rank)
                                .min()
                                .orElse(Rank.NONE));
            }
        }
    }

    @Test
    void namesOfTheSameHashAreToldApart() {
        var table = new HostSuffixes(2);
        table.add(new HostName("ra.example"), 1);
        table.addBelow(new HostName("ra.example"), 2);

        assertThat(table.of(new HostName("4c.example"))).isEqualTo(Rank.NONE);
        assertThat(table.of(new HostName("mx.4c.example"))).isEqualTo(Rank.NONE);
        assertThat(table.of(new HostName("mx.ra.example"))).isEqualTo(2);
    }

    private static HostName name(Random random) {
        StringBuilder name = new StringBuilder(LABELS.get(random.nextInt(LABELS.size())));
        for (int labels = random.nextInt(3); labels > 0; labels--) {
            name.append('.').append(LABELS.get(random.nextInt(LABELS.size())));
        }
        return new HostName(name.toString());
    }
}
