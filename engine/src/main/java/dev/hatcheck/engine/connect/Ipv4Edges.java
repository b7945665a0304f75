package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpRange;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses of IPv4 where something else may begin: the first of all, those where ranges begin, and those behind
 * their ends; in order, each once.
 *
 * <p>Their top bit is kept inverted: then Java's order of numbers is that of addresses. Immutable.
 */
public final class Ipv4Edges {
    /** Fewer are each put into their place before a fresh JVM has loaded what sorts many. */
    private static final int MANY = 1 << 7;

    private final int[] addresses;

    private Ipv4Edges(int... addresses) {
        this.addresses = addresses;
    }

    /** The edges of ranges of IPv4. */
    public static Ipv4Edges of(List<IpRange> ranges) {
        int[] edges = new int[2 * ranges.size() + 1];
        int count = 0;
        edges[count++] = inverted(0);
        for (IpRange range : ranges) {
            edges[count++] = inverted((int) range.first().low());
            edges[count++] = inverted((int) range.last().low() + 1); // behind the last of all comes the first
        }
        sort(edges);
        int distinct = 1;
        for (int edge : edges) {
            if (edge != edges[distinct - 1]) {
                edges[distinct++] = edge;
            }
        }
        return new Ipv4Edges(Arrays.copyOf(edges, distinct));
    }

    private static void sort(int... edges) {
        if (edges.length >= MANY) {
            Arrays.parallelSort(edges);
            return;
        }
        for (int i = 1; i < edges.length; i++) {
            int edge = edges[i];
            int place = i;
            for (; place > 0 && edges[place - 1] > edge; place--) {
                edges[place] = edges[place - 1];
            }
            edges[place] = edge;
        }
    }

    /** How many there are; they count from 0. */
    public int count() {
        return addresses.length;
    }

    /** The bits of one of them. */
    public int bits(int i) {
        return inverted(addresses[i]);
    }

    /** The same with its top bit inverted. */
    int order(int i) {
        return addresses[i];
    }

    static int inverted(int bits) {
        return bits ^ Integer.MIN_VALUE;
    }
}
