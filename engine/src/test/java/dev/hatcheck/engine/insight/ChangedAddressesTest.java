package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Where the clients are whom two tables treat differently. */
class ChangedAddressesTest {
    private static Engine engine(HostAccessTable hat) {
        return Engine.of(Tables.PUBLIC, hat, new RecipientAccessTable(List.of()));
    }

    private static Difference difference(String before, String after) {
        return Difference.of(engine(Tables.hat(before)), engine(Tables.hat(after)));
    }

    private static List<String> stretches(ChangedAddresses changed) {
        return changed.stretches().stream()
                .map(stretch -> String.join(" ", stretch.range().blocks()) + " " + stretch.changes())
                .toList();
    }

    @Test
    void addressesAreToldWithTheChangesThatConcernTheirClients() {
        var changed = ChangedAddresses.of(difference(
                "A:\n192.0.2.0/25\nREJECT\nB:\n198.51.100.7\nRELAY\nALL\nACCEPT\n",
                "A:\n192.0.2.64/26\nREJECT\nB:\n198.51.100.7\nREJECT\n198.51.100.8\nTCPREFUSE\nALL\nACCEPT\n"));
        assertThat(stretches(changed)).containsExactly("192.0.2.0/26 [0]", "198.51.100.7 [1]", "198.51.100.8 [2]");
        assertThat(changed.setsAnywhere()).isZero();
    }

    @Test
    void clientsWhoMayHaveAnyAddressOrAnyButSomeAreCountedAlone() {
        var changed = ChangedAddresses.of(
                difference("A:\n192.0.2.0/24\nREJECT\nALL\nACCEPT\n", "A:\n192.0.2.0/24\nREJECT\nALL\nRELAY\n"));
        assertThat(changed.stretches()).isEmpty();
        assertThat(changed.setsAnywhere()).isOne();
    }

    @Test
    void anyAddressButTheFirstOnesIsNoStretchEither() {
        var changed = ChangedAddresses.of(
                difference("A:\n0.0.0.0/8\nREJECT\nALL\nACCEPT\n", "A:\n0.0.0.0/8\nREJECT\nALL\nRELAY\n"));
        assertThat(changed.stretches()).isEmpty();
        assertThat(changed.setsAnywhere()).isOne();
    }

    @Test
    void theFirstAddressAndTheLastAloneAreStretches() {
        String ends = "A:\n0.0.0.0\nffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff\n";
        var changed = ChangedAddresses.of(difference(ends + "REJECT\nALL\nACCEPT\n", ends + "RELAY\nALL\nACCEPT\n"));
        assertThat(stretches(changed)).containsExactly("0.0.0.0 [0]", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff [0]");
        assertThat(changed.setsAnywhere()).isZero();
    }

    @Test
    void anAddressIsInAStretchWithAChangeIfAndOnlyIfARegionOfThatChangeHasIt() {
        int tried = 0;
        for (long seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var tables = new TablePairs(random);
            HostAccessTable one = tables.draw();
            Difference difference = Difference.of(engine(one), engine(tables.changed(one)));
            var changed = ChangedAddresses.of(difference);
            if (changed.setsLeftOut() > 0) {
                continue;
            }
            for (IpAddress address : edges(changed)) {
                List<Integer> found = changed.stretches().stream()
                        .filter(stretch -> stretch.range().contains(address))
                        .flatMap(stretch -> stretch.changes().stream())
                        .toList();
                assertThat(found).as("seed %d: %s", seed, address).isEqualTo(expected(difference, address));
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(1_000);
    }

    private static List<IpAddress> edges(ChangedAddresses changed) {
        var edges = new ArrayList<IpAddress>();
        for (ChangedAddresses.Stretch stretch : changed.stretches()) {
            edges.add(stretch.range().first());
            edges.add(stretch.range().last());
            edges.add(stretch.range().last().next());
        }
        return edges;
    }

    private static List<Integer> expected(Difference difference, IpAddress address) {
        var changes = new TreeSet<Integer>();
        for (int change = 0; change < difference.changes().size(); change++) {
            for (Region region : difference.changes().get(change).regions()) {
                boolean isEverywhere =
                        region.addresses().size() > region.otherAddresses().size();
                if (!isEverywhere && region.addresses().stream().anyMatch(range -> range.contains(address))) {
                    changes.add(change);
                }
            }
        }
        return List.copyOf(changes);
    }
}
