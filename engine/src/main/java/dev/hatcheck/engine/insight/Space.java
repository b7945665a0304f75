package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.policies.CountryCode;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of each fact, in the classes that some senders make: each sender means a class as a whole or not at all.
 *
 * <p>What a table and a question about it distinguish is found by cutting by the senders of both; what two tables
 * distinguish, by the senders of both, but for DNS lists (see there). Takes time and room in proportion to the senders.
 *
 * @param addresses private and public ones
 * @param names what they are worth
 * @param reputations of public addresses
 * @param countries those that are named, and none
 * @param organizations those that are named, and none
 * @param lists to be on none, or on one: of a table the lowest rank of several decides alone
 */
public record Space(
        AddressClasses addresses,
        NameClasses names,
        Classes<Reputation> reputations,
        Classes<Country> countries,
        Classes<OptionalLong> organizations,
        Classes<DnsLists> lists) {

    /** The classes that the entries of a table and other senders make. */
    public static Space of(HatIndex index, Iterable<Sender> others) {
        var cuts = new Cuts();
        for (int rank = 0; rank < index.size(); rank++) {
            cuts.add(index.admission(rank).entry().sender());
        }
        others.forEach(cuts::add);
        return cuts.space();
    }

    /** Gathers what senders name. */
    private static final class Cuts {
        private final List<IpRange> ranges = new ArrayList<>();
        private final List<HostName> names = new ArrayList<>();
        private final Set<String> countries = new LinkedHashSet<>();
        private final Set<Long> organizations = new LinkedHashSet<>();
        private final Set<HostName> lists = new LinkedHashSet<>();

        private void add(Sender sender) {
            switch (sender) {
                case Sender.Address(var range) -> ranges.add(range);
                case Sender.Host(var name) -> names.add(name);
                case Sender.PartialHost(var suffix) -> names.add(suffix);
                case Sender.Country(var code) -> countries.add(code);
                case Sender.Organization(var id) -> organizations.add(id);
                case Sender.DnsList(var zone) -> lists.add(zone);
                // Each score, and each way to have no name, is a class of its own.
                case Sender.ReputationRange r -> {}
                case Sender.NoReputation n -> {}
                case Sender.NoPtrRecord n -> {}
                case Sender.PtrLookupFails f -> {}
                case Sender.PtrDoesNotMatch m -> {}
                case Sender.Everyone e -> {}
            }
        }

        private Space space() {
            return new Space(
                    AddressClasses.cutBy(ranges),
                    NameClasses.cutBy(names),
                    new ListedClasses<>(allReputations()),
                    new ListedClasses<>(Stream.<Country>concat(
                                    Stream.of(new Country.Unknown()),
                                    countries.stream().map(Cuts::known))
                            .toList()),
                    new ListedClasses<>(Stream.concat(
                                    Stream.of(OptionalLong.empty()),
                                    organizations.stream().map(OptionalLong::of))
                            .toList()),
                    new ListedClasses<>(Stream.concat(
                                    Stream.of(DnsLists.notAsked()),
                                    lists.stream().map(zone -> new DnsLists(Map.of(zone, DnsLists.Answer.LISTED))))
                            .toList()));
        }

        /** No score at all, then all scores from the lowest on. */
        private static List<Reputation> allReputations() {
            return Stream.<Reputation>concat(
                            Stream.of(new Reputation.None(), new Reputation.Unavailable()),
                            IntStream.rangeClosed(-100, 100)
                                    .mapToObj(tenths -> new Reputation.Scored(new Score(tenths))))
                    .toList();
        }

        private static Country known(String code) {
            return new Country.Known(
                    code, CountryCode.read(code).map(CountryCode::englishName).orElse(code));
        }
    }
}
