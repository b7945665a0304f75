package dev.hatcheck.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of ranges, as a sorted set of them has them. */
class EdgesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 10, 62, 63, 64, 65, 1000})
    void theEdgesOfSoManyRangesComeInOrderAndOnce(int count) {
        List<IpRange> ranges = ranges(count);
        var edges = new TreeSet<Integer>(Integer::compareUnsigned);
        edges.add(0);
        for (IpRange range : ranges) {
            edges.add((int) range.first().low());
            edges.add((int) range.last().low() + 1);
        }

        Ipv4Edges actual = Ipv4Edges.of(ranges);

        assertThat(IntStream.range(0, actual.count()).map(actual::bits).boxed()).containsExactlyElementsOf(edges);
    }

    /** Some of them alike, some at both ends of all addresses. */
    private static List<IpRange> ranges(int count) {
        var random = new Random(count);
        var ranges = new ArrayList<IpRange>();
        for (int i = 0; i < count; i++) {
            int size = 1 << random.nextInt(30);
            int first = (i % 3 == 0 ? random.nextInt(-2, 2) * size : random.nextInt()) & -size;
            ranges.add(new IpRange(IpAddress.ofV4(first), IpAddress.ofV4(first + size - 1)));
        }
        return ranges;
    }
}
