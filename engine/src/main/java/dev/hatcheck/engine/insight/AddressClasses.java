package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.PrivateNetworks;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All addresses, cut wherever a range begins or ends: those of IPv4 in their order, then those of IPv6.
 *
 * <p>Private networks are cut out as well, so every class is private or public as a whole. Only where a class begins is
 * kept, in 4 or 16 bytes, as there may be millions.
 */
public final class AddressClasses implements Classes<IpAddress> {
    private static final IpAddress LAST = new IpAddress(-1, -1);
    /** The last address of IPv6 before those that map IPv4, and the first behind them. */
    private static final IpAddress BEFORE_V4 = new IpAddress(0, 0xfffe_ffff_ffffL);

    private static final IpAddress BEHIND_V4 = new IpAddress(0, 0x1_0000_0000_0000L);

    /** First addresses, the top bit inverted so that Java's order of numbers is theirs. */
    private final int[] v4;

    private final long[] high;
    private final long[] low;

    private AddressClasses(int[] v4, long[] high, long[] low) {
        this.v4 = v4;
        this.high = high;
        this.low = low;
    }

    /** The classes that ranges of both IP versions make. */
    static AddressClasses cutBy(List<IpRange> ranges) {
        var ofV6 = new ArrayList<IpAddress>(List.of(new IpAddress(0, 0), BEHIND_V4));
        int[] ofV4 = new int[2 * ranges.size() + 2 * PrivateNetworks.ranges().size() + 1];
        int count = 0;
        ofV4[count++] = inverted(0);
        for (IpRange range : PrivateNetworks.ranges()) {
            count = cutV4(range, ofV4, count);
        }
        for (IpRange range : ranges) {
            if (range.first().isV4()) {
                count = cutV4(range, ofV4, count);
            } else {
                ofV6.add(range.first());
                ofV6.add(behind(range.last()));
            }
        }
        List<IpAddress> starts = distinct(ofV6);
        return new AddressClasses(
                distinct(ofV4, count),
                starts.stream().mapToLong(IpAddress::high).toArray(),
                starts.stream().mapToLong(IpAddress::low).toArray());
    }

    /** Those of IPv6 in order, each once; a stream on several processors would make a hash table to tell them apart. */
    private static List<IpAddress> distinct(List<IpAddress> addresses) {
        IpAddress[] sorted = addresses.toArray(IpAddress[]::new);
        Arrays.parallelSort(sorted);
        var distinct = new ArrayList<IpAddress>(sorted.length);
        for (int i = 0; i < sorted.length; i++) {
            boolean isNew = i == 0 || !sorted[i].equals(sorted[i - 1]);
            if (isNew && !sorted[i].isV4()) {
                distinct.add(sorted[i]);
            }
        }
        return distinct;
    }

    private static int cutV4(IpRange range, int[] starts, int count) {
        starts[count] = inverted((int) range.first().low());
        starts[count + 1] = inverted((int) range.last().low() + 1); // behind the last of all comes the first
        return count + 2;
    }

    private static int[] distinct(int[] numbers, int count) {
        Arrays.parallelSort(numbers, 0, count);
        int distinct = 1;
        for (int i = 1; i < count; i++) {
            if (numbers[i] != numbers[distinct - 1]) {
                numbers[distinct++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, distinct);
    }

    /** The next address; behind the last of all comes the first. */
    static IpAddress behind(IpAddress address) {
        long next = address.low() + 1;
        return new IpAddress(next == 0 ? address.high() + 1 : address.high(), next);
    }

    /** The address before another that is not the first of all. */
    static IpAddress before(IpAddress address) {
        return new IpAddress(address.low() == 0 ? address.high() - 1 : address.high(), address.low() - 1);
    }

    private static int inverted(int bits) {
        return bits ^ Integer.MIN_VALUE;
    }

    @Override
    public int count() {
        return v4.length + high.length;
    }

    /** The addresses of a class. */
    public IpRange range(int place) {
        IpAddress first = first(place);
        if (place < v4.length) {
            return new IpRange(first, IpAddress.ofV4(place + 1 < v4.length ? inverted(v4[place + 1]) - 1 : -1));
        }
        IpAddress next = place + 1 < count() ? first(place + 1) : LAST;
        return new IpRange(first, next.equals(BEHIND_V4) ? BEFORE_V4 : place + 1 < count() ? before(next) : next);
    }

    /** The second address of a class, as the first of a block is hardly ever a host; of a single address, this. */
    @Override
    public IpAddress witness(int place) {
        IpRange range = range(place);
        return range.first().equals(range.last()) ? range.first() : behind(range.first());
    }

    /** The classes of private or of public addresses. */
    BitSet places(boolean isPrivate) {
        var places = new BitSet(count());
        for (IpRange range : PrivateNetworks.ranges()) {
            places.set(place(range.first()), place(range.last()) + 1);
        }
        if (!isPrivate) {
            places.flip(0, count());
        }
        return places;
    }

    /** The addresses of some classes, in order, none beside another; those of IPv6 do not follow on those of IPv4. */
    List<IpRange> ranges(BitSet places) {
        int behindV4 = place(BEHIND_V4);
        var firsts = new BitSet(count());
        for (int first = places.nextSetBit(0); first >= 0; ) {
            int end = places.nextClearBit(first);
            firsts.set(first);
            for (int border : new int[] {v4.length, behindV4}) {
                firsts.set(border, firsts.get(border) || first < border && border < end);
            }
            first = places.nextSetBit(end);
        }
        return new Picked<>(firsts, first -> {
            int next = firsts.nextSetBit(first + 1);
            int end = places.nextClearBit(first);
            return new IpRange(
                    range(first).first(),
                    range((next < 0 ? end : Math.min(end, next)) - 1).last());
        });
    }

    /** Which class an address belongs to. */
    public int place(IpAddress address) {
        int from = address.isV4() ? 0 : v4.length;
        int low = from;
        int high = address.isV4() ? v4.length - 1 : count() - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (first(middle).compareTo(address) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private IpAddress first(int place) {
        return place < v4.length
                ? IpAddress.ofV4(inverted(v4[place]))
                : new IpAddress(high[place - v4.length], low[place - v4.length]);
    }
}
