package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The address space as a strip: the stretches of addresses that come to the same rung first, as far as addresses go.
 *
 * <p>Those that no entry about addresses means belong to no stretch. Stretches are counted from 0, those of IPv4 in
 * their order, then those of IPv6. Takes time in proportion to the table. Immutable.
 */
public final class AddressStrip {
    private static final int NO_RUNG = -1;

    private final AddressClasses addresses;
    private final int[] first;
    private final int[] last;
    private final int[] rungs;

    private AddressStrip(AddressClasses addresses, int[] first, int[] last, int... rungs) {
        this.addresses = addresses;
        this.first = first;
        this.last = last;
        this.rungs = rungs;
    }

    /** The strip of a table whose rungs these are. */
    public static AddressStrip of(HatIndex index, List<Rung> rungs) {
        AddressClasses addresses = AddressClasses.cutBy(ranges(index));
        int[] rungOf = rungOf(index, rungs);
        int count = addresses.count();
        int[] first = new int[count];
        int[] last = new int[count];
        int[] owners = new int[count];
        int size = 0;
        int before = NO_RUNG;
        for (int place = 0; place < count; place++) {
            int rank = index.rank(addresses.witness(place));
            int rung = rank < rungOf.length ? rungOf[rank] : NO_RUNG;
            if (rung != NO_RUNG && rung == before && goesOn(addresses, place)) {
                last[size - 1] = place;
            } else if (rung != NO_RUNG) {
                first[size] = place;
                last[size] = place;
                owners[size++] = rung;
            }
            before = rung;
        }
        return new AddressStrip(
                addresses, Arrays.copyOf(first, size), Arrays.copyOf(last, size), Arrays.copyOf(owners, size));
    }

    private static List<IpRange> ranges(HatIndex index) {
        return IntStream.range(0, index.size())
                .mapToObj(rank -> index.admission(rank).entry().sender())
                .flatMap(sender -> sender instanceof Sender.Address(var range) ? Stream.of(range) : Stream.empty())
                .toList();
    }

    private static int[] rungOf(HatIndex index, List<Rung> rungs) {
        int[] rungOf = new int[index.size()];
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            Arrays.fill(rungOf, rung.firstRank(), rung.firstRank() + rung.size(), i);
        }
        return rungOf;
    }

    /** Whether a class goes on where the one before it ends; the addresses that map IPv4 lie between those of IPv6. */
    private static boolean goesOn(AddressClasses addresses, int place) {
        IpAddress end = addresses.range(place - 1).last();
        IpAddress start = addresses.range(place).first();
        return end.isV4() == start.isV4() && end.low() + 1 == start.low();
    }

    /** How many stretches there are of IPv4. */
    public int sizeOfV4() {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (addresses.range(first[middle]).first().isV4()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many stretches there are. */
    public int size() {
        return rungs.length;
    }

    /** The addresses of a stretch. */
    public IpRange range(int stretch) {
        return new IpRange(
                addresses.range(first[stretch]).first(),
                addresses.range(last[stretch]).last());
    }

    /** The place among the rungs, from 0, of the one that a stretch comes to. */
    public int rung(int stretch) {
        return rungs[stretch];
    }
}
