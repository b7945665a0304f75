package dev.hatcheck.bench.table;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Draws clients all over a table, every other one of which an entry of it means.
 *
 * <p>There are so many of them that one after the other finds no part of the table that it needs in the cache.
 */
final class Clients {
    private static final int COUNT = 1 << 20;
    private static final Reputation SCORED = new Reputation.Scored(new Score(10));
    private static final Country COUNTRY = new Country.Known("DE", "Germany");
    private static final ReverseDns NAMELESS = new ReverseDns.NoRecord();

    private Clients() {}

    static Peer[] of(List<Entry> table, Senders strangers, Senders.Kind kind) {
        RandomGenerator random = new SplittableRandom(7);
        Function<Sender, Peer> client = sender -> client(sender, random);
        return Stream.generate(
                        () -> random.nextBoolean() ? table.get(random.nextInt(table.size())) : strangers.entry(kind))
                .limit(COUNT)
                .map(Entry::sender)
                .map(client)
                .toArray(Peer[]::new);
    }

    private static Peer client(Sender sender, RandomGenerator random) {
        return switch (sender) {
            case Sender.Address(var range) -> peer(range.last(), NAMELESS);
            case Sender.Host(var name) -> named(name.text(), random);
            case Sender.PartialHost(var suffix) -> named("mx" + random.nextInt(9) + ".out." + suffix.text(), random);
            default -> throw new IllegalArgumentException("not drawn here: " + sender);
        };
    }

    private static Peer named(String name, RandomGenerator random) {
        return peer(IpAddress.ofV4(random.nextInt()), new ReverseDns.Verified(new HostName(name)));
    }

    private static Peer peer(IpAddress address, ReverseDns reverseDns) {
        return new Peer(
                new IpAddress(address.high(), address.low()), reverseDns, SCORED, COUNTRY, OptionalLong.empty());
    }
}
