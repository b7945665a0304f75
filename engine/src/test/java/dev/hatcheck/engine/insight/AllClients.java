package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every combination of facts around some senders, as the oracle sees them: addresses at the borders of ranges and one
 * off, names with labels more and less, all scores, all sets of DNS lists.
 *
 * @param facts for each fact its values, each as a client of whom nothing else is known
 */
record AllClients(List<List<Peer>> facts) {
    private static final List<String> BORDERS = List.of(
            "0.0.0.0",
            "9.255.255.255",
            "10.0.0.0",
            "10.255.255.255",
            "11.0.0.0",
            "172.15.255.255",
            "172.16.0.0",
            "172.31.255.255",
            "172.32.0.0",
            "192.167.255.255",
            "192.168.0.0",
            "192.168.255.255",
            "192.169.0.0",
            "255.255.255.255",
            "::",
            "::fffe:ffff:ffff",
            "::1:0:0:0",
            "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    private static final Peer NOBODY = new Peer(
            new IpAddress(1L << 60, 0),
            new ReverseDns.NoRecord(),
            new Reputation.NotEnabled(),
            new Country.NotEnabled(),
            OptionalLong.empty());

    /** Those with private or with public addresses, where the listener asks for their reputation or not. */
    static AllClients around(List<Sender> senders, boolean isPrivate, boolean asked) {
        Stream<Reputation> reputations = Stream.<Reputation>concat(
                Stream.of(new Reputation.None(), new Reputation.Unavailable()),
                IntStream.rangeClosed(-100, 100).mapToObj(tenths -> new Reputation.Scored(new Score(tenths))));
        return new AllClients(List.of(
                each(addresses(senders).stream().filter(address -> isPrivate == isPrivate(address)), AllClients::at),
                each(names(senders).stream(), Peer::with),
                each(
                        !asked
                                ? Stream.of(new Reputation.NotEnabled())
                                : isPrivate ? Stream.of(new Reputation.Rfc1918()) : reputations,
                        AllClients::reputed),
                each(
                        asked && !isPrivate
                                ? Stream.of("DE", "US", "FR").map(code -> new Country.Known(code, "a country"))
                                : Stream.of(new Country.Unknown()),
                        AllClients::in),
                each(
                        asked && !isPrivate
                                ? Stream.of(0L, 1L, 2L, 3L).map(OptionalLong::of)
                                : Stream.of(OptionalLong.empty()),
                        AllClients::of),
                each(listings(), Peer::with)));
    }

    private static <V> List<Peer> each(Stream<? extends V> values, BiFunction<Peer, V, Peer> with) {
        return values.map(value -> with.apply(NOBODY, value)).toList();
    }

    private static Stream<DnsLists> listings() {
        var one = new HostName("one.example");
        var two = new HostName("two.example");
        return Stream.of(
                DnsLists.notAsked(),
                new DnsLists(Map.of(one, DnsLists.Answer.LISTED)),
                new DnsLists(Map.of(two, DnsLists.Answer.LISTED, one, DnsLists.Answer.NOT_LISTED)),
                new DnsLists(Map.of(one, DnsLists.Answer.LISTED, two, DnsLists.Answer.LISTED)));
    }

    /** In words of its own, not those of the engine. */
    static boolean isPrivate(IpAddress address) {
        String text = address.toString();
        return text.startsWith("10.")
                || text.startsWith("192.168.")
                || text.matches("172\\.(1[6-9]|2[0-9]|3[01])\\..*");
    }

    private static Set<IpAddress> addresses(List<Sender> senders) {
        var addresses = new LinkedHashSet<IpAddress>();
        BORDERS.forEach(text -> addresses.add(Peers.address(text)));
        for (Sender sender : senders) {
            if (sender instanceof Sender.Address(var range)) {
                addresses.addAll(List.of(range.first(), range.last(), plus(range.first(), -1), plus(range.last(), 1)));
            }
        }
        return addresses;
    }

    /** Behind the last address comes the first. */
    private static IpAddress plus(IpAddress address, int difference) {
        byte[] bytes = address.bytes();
        BigInteger sum = new BigInteger(1, bytes).add(BigInteger.valueOf(difference));
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[bytes.length - 1 - i] = sum.shiftRight(8 * i).byteValue();
        }
        return IpAddress.of(result);
    }

    private static List<ReverseDns> names(List<Sender> senders) {
        var names = new ArrayList<ReverseDns>(List.of(
                new ReverseDns.NoRecord(),
                new ReverseDns.Mismatch(new HostName("example")),
                new ReverseDns.TemporaryFailure(Optional.of(new HostName("example"))),
                new ReverseDns.Verified(new HostName("stranger.test"))));
        for (Sender sender : senders) {
            switch (sender) {
                case Sender.Host(var name) -> addNamesAround(name.text(), names);
                case Sender.PartialHost(var name) -> addNamesAround(name.text(), names);
                default -> {} // all other facts have few values
            }
        }
        return names;
    }

    private static void addNamesAround(String name, List<ReverseDns> names) {
        for (String prefix : List.of("", "zz.", "a.", "b.zz.", "z")) {
            HostName.read(prefix + name).map(ReverseDns.Verified::new).ifPresent(names::add);
        }
    }

    private static Peer at(Peer peer, IpAddress address) {
        return new Peer(
                address, peer.reverseDns(), peer.reputation(), peer.country(), peer.organization(), peer.lists());
    }

    private static Peer reputed(Peer peer, Reputation reputation) {
        return new Peer(
                peer.address(), peer.reverseDns(), reputation, peer.country(), peer.organization(), peer.lists());
    }

    private static Peer in(Peer peer, Country country) {
        return new Peer(
                peer.address(), peer.reverseDns(), peer.reputation(), country, peer.organization(), peer.lists());
    }

    private static Peer of(Peer peer, OptionalLong organization) {
        return new Peer(
                peer.address(), peer.reverseDns(), peer.reputation(), peer.country(), organization, peer.lists());
    }

    /** A client with a value of each of these facts. */
    static Peer drawn(List<List<Peer>> facts, Random random) {
        List<Peer> one = facts.stream()
                .map(values -> values.get(random.nextInt(values.size())))
                .toList();
        return new Peer(
                one.get(0).address(),
                one.get(1).reverseDns(),
                one.get(2).reputation(),
                one.get(3).country(),
                one.get(4).organization(),
                one.get(5).lists());
    }
}
