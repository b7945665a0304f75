package dev.hatcheck.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** The tables of single addresses, each beside a map that says the same. */
class SinglesTest {
    private static final int ENTRIES = 2_000;
    private static final int[] STRIDES = {0, 1, 2, 256, 65_536, 1 << 24, 0x9e3779b9, 0x144cbc89};

    @Test
    void anIpv4AddressHasTheFirstRankThatItWasGiven() {
        for (int stride : STRIDES) {
            var added = new RankedRanges();
            Map<Integer, Integer> expected =
                    drawn(stride, SinglesTest::v4, (address, rank) -> added.add(single(address), rank));
            var singles = new Ipv4Singles(added);
            compare(stride, SinglesTest::v4, expected, address -> rank(singles, address));
        }
    }

    @Test
    void anIpv6AddressHasTheFirstRankThatItWasGiven() {
        for (int stride : STRIDES) {
            var added = new RankedRanges();
            Map<IpAddress, Integer> expected =
                    drawn(stride, SinglesTest::v6, (address, rank) -> added.add(IpRange.of(address), rank));
            compare(stride, SinglesTest::v6, expected, new Ipv6Singles(added)::of);
        }
    }

    /** Addresses, each with the first of the ranks that were added to it. */
    private static <A> Map<A, Integer> drawn(int stride, BiFunction<Integer, Random, A> draw, ObjIntConsumer<A> add) {
        var random = new Random(stride);
        Map<A, Integer> expected = new HashMap<>();
        for (int rank = 0; rank < ENTRIES; rank++) {
            A address = draw.apply(stride, random);
            expected.putIfAbsent(address, rank);
            add.accept(address, rank);
        }
        return expected;
    }

    private static <A> void compare(
            int stride, BiFunction<Integer, Random, A> draw, Map<A, Integer> expected, ToIntFunction<A> rankOf) {
        var random = new Random(stride + 1);
        for (int i = 0; i < 5_000; i++) {
            A address = draw.apply(stride, random);
            assertThat(rankOf.applyAsInt(address))
                    .as("stride %d, address %s", stride, address)
                    .isEqualTo(expected.getOrDefault(address, Rank.NONE));
        }
    }

    private static int rank(Ipv4Singles singles, int address) {
        int place = singles.place(address);
        return place == Ipv4Singles.NOWHERE ? Rank.NONE : singles.rank(place);
    }

    private static IpRange single(int address) {
        return IpRange.of(IpAddress.ofV4(address));
    }

    @Test
    void anEmptyTableHasNoRanks() {
        assertThat(new Ipv4Singles(new RankedRanges()).place(-1)).isEqualTo(Ipv4Singles.NOWHERE);
        assertThat(new Ipv6Singles(new RankedRanges()).of(new IpAddress(-1, -1)))
                .isEqualTo(Rank.NONE);
    }

    private static int v4(int stride, Random random) {
        return -1 - stride * random.nextInt(4_000);
    }

    /** Ends with the last address of all, whose bits are those of a free slot. */
    private static IpAddress v6(int stride, Random random) {
        long far = (long) stride << 32;
        return new IpAddress(-1 - far * random.nextInt(3), -1 - (stride + far) * random.nextInt(2_000));
    }
}
