package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What two tables distinguish of the DNS lists that a client is on.
 *
 * <p>Of several lists each table goes by its own lowest rank, so of any set of lists two at most matter: to be on none,
 * on one, or on two of which each table goes by another.
 */
final class Listings {
    private Listings() {}

    static Classes<DnsLists> of(Set<HostName> zones, HatIndex before, HatIndex after) {
        List<DnsLists> single = zones.stream()
                .map(zone -> new DnsLists(Map.of(zone, DnsLists.Answer.LISTED)))
                .toList();
        var all = new ArrayList<DnsLists>();
        all.add(DnsLists.notAsked());
        all.addAll(single);
        for (DnsLists one : single) {
            for (DnsLists other : single) {
                if (before.rank(one) < before.rank(other) && after.rank(one) > after.rank(other)) {
                    all.add(one.and(other));
                }
            }
        }
        return new ListedClasses<>(all);
    }

    /** The sets of lists that a class stands for. */
    static Listing listing(Dimension<DnsLists> before, Dimension<DnsLists> after, int place) {
        var notOn = new LinkedHashSet<HostName>();
        IntStream.range(0, before.size())
                .filter(i -> before.rank(i) < before.rank(place) || after.rank(i) < after.rank(place))
                .filter(i -> before.witness(i).answers().size() == 1)
                .forEach(i -> notOn.addAll(before.witness(i).answers().keySet()));
        return new Listing(before.witness(place).answers().keySet(), notOn);
    }
}
