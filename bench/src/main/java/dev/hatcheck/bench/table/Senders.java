package dev.hatcheck.bench.table;

import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws entries from a seed, spread over all of their kind. */
public final class Senders {
    private final RandomGenerator random;

    Senders(long seed) {
        random = new SplittableRandom(seed);
    }

    /** What a table consists of. */
    public enum Kind {
        IPV4,
        IPV6,
        HOST_NAME,
        /** Thirteen in twenty single addresses of IPv4, four blocks of it, two names, one block of IPv6. */
        MIXED,
        /** As many names as single addresses of IPv4. */
        HALF_NAMES
    }

    Entry entry(Kind kind) {
        return switch (kind) {
            case IPV4 -> address(v4());
            case IPV6 -> address(v6());
            case HOST_NAME -> host();
            case HALF_NAMES -> random.nextBoolean() ? host() : address(v4());
            case MIXED -> {
                int form = random.nextInt(20);
                yield form < 13
                        ? address(v4())
                        : form < 17 ? block(v4(), 24, 32) : form < 19 ? host() : block(v6(), 32, 64);
            }
        };
    }

    IpAddress v4() {
        return IpAddress.ofV4(random.nextInt());
    }

    /** In one of the networks that are given out. */
    IpAddress v6() {
        return new IpAddress(0x2000_0000_0000_0000L | random.nextLong() >>> 3, random.nextLong());
    }

    /** Names of domains that differ in their second label. */
    HostName domain() {
        return new HostName(Integer.toString(random.nextInt() >>> 1, 36) + ".example");
    }

    private static Entry address(IpAddress address) {
        return entry(new Sender.Address(IpRange.of(address)), address.toString());
    }

    private Entry block(IpAddress within, int shortest, int longest) {
        int length = random.nextInt(shortest, longest + 1);
        IpRange block = IpRange.block(within, length);
        return entry(new Sender.Address(block), block.first() + "/" + length);
    }

    private Entry host() {
        HostName domain = domain();
        return random.nextInt(3) == 0
                ? entry(new Sender.Host(domain), domain.text())
                : entry(new Sender.PartialHost(domain), "." + domain.text());
    }

    private static Entry entry(Sender sender, String written) {
        return new Entry(sender, written, Optional.empty(), Origin.of("drawn", 0));
    }
}
