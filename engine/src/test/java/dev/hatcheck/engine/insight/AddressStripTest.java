package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.engine.connect.CrowdedTables;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rung an address comes to first. */
class AddressStripTest {
    private static Engine engine(HostAccessTable hat) {
        return Engine.of(Tables.PUBLIC, hat, new RecipientAccessTable(List.of()));
    }

    private static List<String> strip(String text) {
        HostAccessTable hat = Tables.hat(text);
        Engine engine = engine(hat);
        List<Rung> rungs = Rung.of(hat, engine);
        AddressStrip strip = AddressStrip.of(engine.index(), rungs);
        return IntStream.range(0, strip.size())
                .mapToObj(i -> String.join(" ", strip.range(i).blocks()) + ": "
                        + rungs.get(strip.rung(i)).group().orElse("-"))
                .toList();
    }

    @Test
    void whatLiesBesideEachOtherInOneGroupIsOneStretchAndWhatNobodyNamesIsNone() {
        assertThat(strip("""
                        ONE:
                            192.0.2.128/25
                            192.0.2.0/25
                            REJECT
                        TWO:
                            192.0.0.0/16
                            2001:db8::/32
                            .partner.example
                            RELAY
                        WATCHED:
                            203.0.113.0/24
                            CONTINUE
                        ALL
                            ACCEPT
                        """))
                .containsExactly(
                        "192.0.0.0/23: TWO",
                        "192.0.2.0/24: ONE",
                        "192.0.3.0/24 192.0.4.0/22 192.0.8.0/21 192.0.16.0/20 192.0.32.0/19 192.0.64.0/18"
                                + " 192.0.128.0/17: TWO",
                        "2001:db8::/32: TWO");
    }

    /** The plain loop: the first entry about addresses that holds an address, but for those that CONTINUE. */
    @Test
    void anAddressLiesInAStretchOfTheRungThatTheOracleFinds() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            HostAccessTable hat = new CrowdedTables(random).draw();
            Engine engine = engine(hat);
            List<Rung> rungs = Rung.of(hat, engine);
            AddressStrip strip = AddressStrip.of(engine.index(), rungs);
            for (IpAddress address : tried(engine, random)) {
                assertThat(found(strip, rungs, address))
                        .as("seed %d: %s", seed, address)
                        .isEqualTo(expected(engine, rungs, address));
            }
            for (int i = 1; i < strip.size(); i++) {
                boolean isNext =
                        strip.range(i - 1).last().next().equals(strip.range(i).first());
                assertThat(isNext
                                && strip.rung(i - 1) == strip.rung(i)
                                && strip.range(i).first().isV4()
                                        == strip.range(i - 1).last().isV4())
                        .as("seed %d: stretches %d and %d are one", seed, i - 1, i)
                        .isFalse();
            }
            assertThat(IntStream.range(0, strip.size())
                            .filter(i -> strip.range(i).first().isV4())
                            .count())
                    .isEqualTo(strip.sizeOfV4());
        }
    }

    private static List<IpAddress> tried(Engine engine, Random random) {
        var tried = new ArrayList<IpAddress>();
        for (int rank = 0; rank < engine.index().size(); rank++) {
            if (engine.index().admission(rank).entry().sender() instanceof Sender.Address(var range)) {
                tried.add(range.first());
                tried.add(range.last());
                tried.add(range.last().next());
            }
        }
        tried.add(IpAddress.ofV4(random.nextInt()));
        tried.add(new IpAddress(random.nextLong(), random.nextLong()));
        return tried;
    }

    private static List<Integer> found(AddressStrip strip, List<Rung> rungs, IpAddress address) {
        return IntStream.range(0, strip.size())
                .filter(i -> strip.range(i).contains(address))
                .map(i -> rungs.get(strip.rung(i)).order())
                .boxed()
                .toList();
    }

    private static List<Integer> expected(Engine engine, List<Rung> rungs, IpAddress address) {
        Optional<Integer> first = IntStream.range(0, engine.index().size())
                .filter(rank -> engine.index().admission(rank).behavior() != ConnectionBehavior.CONTINUE)
                .filter(rank -> engine.index().admission(rank).entry().sender() instanceof Sender.Address(var range)
                        && range.contains(address))
                .boxed()
                .findFirst();
        return first
                .flatMap(rank -> rungs.stream()
                        .filter(rung -> rung.has(rank))
                        .findFirst()
                        .map(Rung::order))
                .stream()
                .toList();
    }
}
