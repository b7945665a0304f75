package dev.hatcheck.engine.connect;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Draws clients at the borders of a table's entries: the first and last address of a range and one off, a name itself,
 * a label more, a label or a letter less.
 */
final class NearbyPeers {
    private final Random random;
    private final List<IpAddress> addresses =
            new ArrayList<>(List.of(IpAddress.ofV4(0), IpAddress.ofV4(-1), new IpAddress(0, 0), new IpAddress(-1, -1)));
    private final List<String> names = new ArrayList<>(List.of("a", "elsewhere.example"));
    private final List<Integer> tenths = new ArrayList<>(List.of(-100, 0, 100));

    NearbyPeers(List<Admission> ladder, Random random) {
        this.random = random;
        ladder.forEach(admission -> addBordersOf(admission.entry().sender()));
    }

    private void addBordersOf(Sender sender) {
        switch (sender) {
            case Sender.Address(var range) -> {
                addresses.addAll(List.of(range.first(), range.last(), plus(range.first(), -1), plus(range.last(), 1)));
                addresses.add(plus(range.first(), random.nextInt(16)));
            }
            case Sender.Host(var name) -> addNamesAround(name.text());
            case Sender.PartialHost(var suffix) -> addNamesAround(suffix.text());
            case Sender.ReputationRange(var low, var high) ->
                Stream.of(low.tenths() - 1, low.tenths(), high.tenths(), high.tenths() + 1)
                        .filter(score -> Math.abs(score) <= 100)
                        .forEach(tenths::add);
            case Sender.NoReputation s -> {}
            case Sender.Organization s -> {}
            case Sender.Country s -> {}
            case Sender.DnsList s -> {}
            case Sender.NoPtrRecord s -> {}
            case Sender.PtrLookupFails s -> {}
            case Sender.PtrDoesNotMatch s -> {}
            case Sender.Everyone s -> {}
        }
    }

    /** An IPv4 address stays one. */
    private static IpAddress plus(IpAddress address, int difference) {
        if (address.isV4()) {
            return IpAddress.ofV4((int) address.low() + difference);
        }
        long low = address.low() + difference;
        long carry = difference < 0
                ? Long.compareUnsigned(low, address.low()) > 0 ? -1 : 0
                : Long.compareUnsigned(low, address.low()) < 0 ? 1 : 0;
        return new IpAddress(address.high() + carry, low);
    }

    private void addNamesAround(String name) {
        names.addAll(List.of(name, "b." + name, "a.b." + name, "b" + name, name + ".example"));
        if (name.length() > 1 && name.charAt(1) != '.') {
            names.add(name.substring(1));
        }
        if (name.indexOf('.') > 0) {
            names.add(name.substring(name.indexOf('.') + 1));
        }
    }

    Peer draw() {
        return new Peer(
                any(addresses),
                reverseDns(new HostName(any(names))),
                reputation(),
                any(List.of(new Country.Unknown(), new Country.NotEnabled(), new Country.Known("DE", "Germany"))),
                any(List.of(OptionalLong.empty(), OptionalLong.of(1), OptionalLong.of(2))),
                lists());
    }

    private ReverseDns reverseDns(HostName name) {
        return switch (random.nextInt(8)) {
            case 0 -> new ReverseDns.NoRecord();
            case 1 -> new ReverseDns.Mismatch(name);
            case 2 -> new ReverseDns.TemporaryFailure(Optional.of(name));
            default -> new ReverseDns.Verified(name);
        };
    }

    private Reputation reputation() {
        return switch (random.nextInt(8)) {
            case 0 -> new Reputation.None();
            case 1 -> new Reputation.Unavailable();
            case 2 -> new Reputation.Rfc1918();
            case 3 -> new Reputation.NotEnabled();
            default -> new Reputation.Scored(new Score(any(tenths)));
        };
    }

    private DnsLists lists() {
        var answers = List.of(DnsLists.Answer.values());
        return switch (random.nextInt(3)) {
            case 0 -> DnsLists.notAsked();
            case 1 -> new DnsLists(Map.of(new HostName("one.example"), any(answers)));
            default ->
                new DnsLists(
                        Map.of(new HostName("one.example"), any(answers), new HostName("two.example"), any(answers)));
        };
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
