package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.PrivateNetworks;
import dev.hatcheck.engine.connect.Ipv4Edges;
import dev.hatcheck.engine.connect.Ipv6Edges;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
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
    /** The last address of IPv6 before those that map IPv4. */
    private static final IpAddress BEFORE_V4 = new IpAddress(0, 0xfffe_ffff_ffffL);

    /** All of IPv6 before those, so that they are cut off. */
    private static final IpRange BELOW_V4 = new IpRange(new IpAddress(0, 0), BEFORE_V4);

    private final Ipv4Edges v4;
    private final Ipv6Edges v6;

    private AddressClasses(Ipv4Edges v4, Ipv6Edges v6) {
        this.v4 = v4;
        this.v6 = v6;
    }

    /** The classes that ranges of both IP versions make. */
    static AddressClasses cutBy(List<IpRange> ranges) {
        var ofV4 = new ArrayList<IpRange>(PrivateNetworks.ranges());
        var ofV6 = new ArrayList<IpRange>(List.of(BELOW_V4));
        for (IpRange range : ranges) {
            (range.first().isV4() ? ofV4 : ofV6).add(range);
        }
        return new AddressClasses(Ipv4Edges.of(ofV4), Ipv6Edges.of(ofV6));
    }

    @Override
    public int count() {
        return v4.count() + v6.count();
    }

    /** The addresses of a class. */
    public IpRange range(int place) {
        IpAddress first = first(place);
        if (place < v4.count()) {
            return new IpRange(first, IpAddress.ofV4(place + 1 < v4.count() ? v4.bits(place + 1) - 1 : -1));
        }
        IpAddress next = place + 1 < count() ? first(place + 1) : LAST;
        return new IpRange(
                first, next.equals(Ipv6Edges.BEHIND_V4) ? BEFORE_V4 : place + 1 < count() ? next.previous() : next);
    }

    /** The second address of a class, as the first of a block is hardly ever a host; of a single address, this. */
    @Override
    public IpAddress witness(int place) {
        IpRange range = range(place);
        return range.first().equals(range.last())
                ? range.first()
                : range.first().next();
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
        int behindV4 = place(Ipv6Edges.BEHIND_V4);
        var firsts = new BitSet(count());
        for (int first = places.nextSetBit(0); first >= 0; ) {
            int end = places.nextClearBit(first);
            firsts.set(first);
            for (int border : new int[] {v4.count(), behindV4}) {
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
        int from = address.isV4() ? 0 : v4.count();
        int low = from;
        int high = address.isV4() ? v4.count() - 1 : count() - 1;
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
        return place < v4.count() ? IpAddress.ofV4(v4.bits(place)) : v6.address(place - v4.count());
    }
}
