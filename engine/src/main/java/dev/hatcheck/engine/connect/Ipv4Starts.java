package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.Arrays;
import java.util.List;

/** Intervals of IPv4. Their top bit is kept inverted: then Java's order of numbers is that of addresses. */
final class Ipv4Starts implements Starts {
    private final int[] starts;
    private final Directory directory;

    private Ipv4Starts(int... starts) {
        this.starts = starts;
        directory = new Directory(starts.length, place -> inverted(starts[place]));
    }

    /** An interval starts where a range does, and behind its last address. */
    static Ipv4Starts of(List<IpRange> ranges) {
        int[] starts = new int[2 * ranges.size() + 1];
        int count = 0;
        starts[count++] = inverted(0);
        for (IpRange range : ranges) {
            starts[count++] = inverted((int) range.first().low());
            starts[count++] = inverted((int) range.last().low() + 1); // behind the last of all comes the first
        }
        Arrays.sort(starts);
        int distinct = 1;
        for (int start : starts) {
            if (start != starts[distinct - 1]) {
                starts[distinct++] = start;
            }
        }
        return new Ipv4Starts(Arrays.copyOf(starts, distinct));
    }

    @Override
    public int count() {
        return starts.length;
    }

    @Override
    public int before(IpAddress address) {
        int bits = (int) address.low();
        int sought = inverted(bits);
        int low = directory.from(bits);
        int high = directory.to(bits);
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (starts[middle] <= sought) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public Starts only(int... places) {
        return new Ipv4Starts(Arrays.stream(places).map(place -> starts[place]).toArray());
    }

    private static int inverted(int bits) {
        return bits ^ Integer.MIN_VALUE;
    }
}
