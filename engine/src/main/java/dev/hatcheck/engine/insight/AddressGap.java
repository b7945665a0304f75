package dev.hatcheck.engine.insight;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.math.BigInteger;
import java.util.Optional;

/**
 * How far an address lies from a range of the same IP version.
 *
 * @param bits of a block: how many of its leading bits the address has otherwise; of any other range: the bits of the
 *     number of addresses between
 * @param words the same for people, with the addresses between where they are few
 */
record AddressGap(int bits, String words) {
    private static final BigInteger FEW = BigInteger.valueOf(1 << 16);

    /** The gap; none between the two versions of IP. */
    static Optional<AddressGap> between(IpAddress address, IpRange range) {
        return address.isV4() == range.first().isV4() ? Optional.of(gap(address, range)) : Optional.empty();
    }

    private static AddressGap gap(IpAddress address, IpRange range) {
        boolean isBefore = address.compareTo(range.first()) < 0;
        BigInteger distance = isBefore
                ? number(range.first()).subtract(number(address))
                : number(address).subtract(number(range.last()));
        String place = distance.compareTo(FEW) > 0
                ? ""
                : count(distance) + (isBefore ? " before its first" : " behind its last");
        return isBlock(range) ? ofBlock(address, range, place) : new AddressGap(distance.bitLength(), place);
    }

    private static AddressGap ofBlock(IpAddress address, IpRange block, String place) {
        int size = address.isV4() ? 32 : 128;
        BigInteger inside = number(block.first()).xor(number(block.last()));
        int prefix = size - inside.bitLength();
        int bits = number(address).xor(number(block.first())).andNot(inside).bitCount();
        String differs = bits + (bits == 1 ? " bit" : " bits") + " of the first " + prefix
                + (bits == 1 ? " differs" : " differ");
        return new AddressGap(bits, place.isEmpty() ? differs : differs + "; " + place);
    }

    private static String count(BigInteger distance) {
        return distance.equals(BigInteger.ONE) ? "the address just" : distance + " addresses";
    }

    /** Whether the range is all addresses with the same leading bits. */
    private static boolean isBlock(IpRange range) {
        BigInteger inside = number(range.first()).xor(number(range.last()));
        return inside.add(BigInteger.ONE).bitCount() == 1
                && number(range.first()).and(inside).signum() == 0;
    }

    private static BigInteger number(IpAddress address) {
        return new BigInteger(1, address.bytes());
    }
}
