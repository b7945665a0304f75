package dev.hatcheck.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.address.IpAddress;
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
    private static final int[] STRIDES = {0, 1, 2, 256, 65_536, 1 << 24, 0x9e3779b9};

    @Test
    void anIpv4AddressHasTheFirstRankThatItWasGiven() {
        for (int stride : STRIDES) {
            var singles = new Ipv4Singles(ENTRIES);
            compare(stride, SinglesTest::v4, singles::add, singles::of);
        }
    }

    @Test
    void anIpv6AddressHasTheFirstRankThatItWasGiven() {
        for (int stride : STRIDES) {
            var singles = new Ipv6Singles(ENTRIES);
            compare(stride, SinglesTest::v6, singles::add, singles::of);
        }
    }

    private static <A> void compare(
            int stride, BiFunction<Integer, Random, A> draw, ObjIntConsumer<A> add, ToIntFunction<A> rankOf) {
        var random = new Random(stride);
        Map<A, Integer> expected = new HashMap<>();
        for (int rank = 0; rank < ENTRIES; rank++) {
            A address = draw.apply(stride, random);
            expected.putIfAbsent(address, rank);
            add.accept(address, rank);
        }

        for (int i = 0; i < 5_000; i++) {
            A address = draw.apply(stride, random);
            assertThat(rankOf.applyAsInt(address))
                    .as("stride %d, address %s", stride, address)
                    .isEqualTo(expected.getOrDefault(address, Rank.NONE));
        }
    }

    @Test
    void anEmptyTableHasNoRanks() {
        assertThat(new Ipv4Singles(0).of(-1)).isEqualTo(Rank.NONE);
        assertThat(new Ipv6Singles(0).of(new IpAddress(-1, -1))).isEqualTo(Rank.NONE);
    }

    /** Ends with the last address of all, whose bits are those of a free slot. */
    private static int v4(int stride, Random random) {
        return -1 - stride * random.nextInt(4_000);
    }

    private static IpAddress v6(int stride, Random random) {
        long far = (long) stride << 32;
        return new IpAddress(-1 - far * random.nextInt(3), -1 - (stride + far) * random.nextInt(2_000));
    }
}
