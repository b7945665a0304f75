package dev.hatcheck.engine;

import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.List;

/** The networks of RFC 1918, about whose hosts no service is asked. */
@Esa("T214631")
public final class PrivateNetworks {
    private static final List<IpRange> RANGES =
            List.of(network(0x0a000000, 8), network(0xac100000, 12), network(0xc0a80000, 16));

    private PrivateNetworks() {}

    /** The networks, in the order of their addresses. */
    public static List<IpRange> ranges() {
        return RANGES;
    }

    /** Whether an address lies in one of them. */
    public static boolean contain(IpAddress address) {
        for (int i = 0; i < RANGES.size(); i++) { // asked about every client: no stream, no iterator
            if (RANGES.get(i).contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static IpRange network(int first, int prefix) {
        return new IpRange(IpAddress.ofV4(first), IpAddress.ofV4(first | -1 >>> prefix));
    }
}
