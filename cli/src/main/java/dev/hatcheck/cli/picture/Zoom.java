package dev.hatcheck.cli.picture;

import dev.hatcheck.policies.address.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Neighbours among many stretches of addresses, from one up to, but not with, another.
 *
 * <p>Where there are more stretches than can be drawn, those that share their first bits stay together: the part with
 * the most of them is cut at the first bit in which they differ, until there are as many parts as there is room for.
 */
record Zoom(int from, int to) {
    int size() {
        return to - from;
    }

    /**
     * The parts of a strip, in order.
     *
     * @param from the first stretch
     * @param to the one behind the last
     * @param first the first address of a stretch, which lies behind those of the stretches before
     * @param most how many parts there may be
     */
    static List<Zoom> of(int from, int to, IntFunction<IpAddress> first, int most) {
        var parts = new ArrayList<Zoom>();
        if (from < to) {
            parts.add(new Zoom(from, to));
        }
        while (!parts.isEmpty() && parts.size() < most) {
            Zoom largest = parts.stream().max(Comparator.comparing(Zoom::size)).orElseThrow();
            if (largest.size() == 1) {
                break;
            }
            int cut = largest.cut(first);
            int at = parts.indexOf(largest);
            parts.set(at, new Zoom(largest.from, cut));
            parts.add(at + 1, new Zoom(cut, largest.to));
        }
        return List.copyOf(parts);
    }

    /** How many stretches there are, and in how many parts they are drawn if several share one. */
    static String words(int stretches, int parts) {
        String count = Count.of(stretches, "stretch", "stretches");
        return parts == stretches ? count : count + " in " + Count.of(parts, "part", "parts");
    }

    /** The first stretch with a one in the first bit in which they differ. */
    private int cut(IntFunction<IpAddress> first) {
        int shared = sharedBits(first.apply(from), first.apply(to - 1));
        int low = from + 1;
        int high = to - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (sharedBits(first.apply(from), first.apply(middle)) > shared) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int sharedBits(IpAddress one, IpAddress other) {
        long upper = one.high() ^ other.high();
        return upper != 0 ? Long.numberOfLeadingZeros(upper) : 64 + Long.numberOfLeadingZeros(one.low() ^ other.low());
    }
}
