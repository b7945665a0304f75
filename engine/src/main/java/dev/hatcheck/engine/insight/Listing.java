package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.policies.address.HostName;
import java.util.Collection;
import java.util.List;

/** To be on all of some DNS lists and on none of others, in the order of their names. */
public record Listing(List<HostName> on, List<HostName> notOn) {
    Listing(Collection<HostName> on, Collection<HostName> notOn) {
        this(sorted(on), sorted(notOn));
    }

    public Listing {
        on = List.copyOf(on);
        notOn = List.copyOf(notOn);
    }

    private static List<HostName> sorted(Collection<HostName> names) {
        return names.stream()
                .sorted((one, other) -> one.text().compareTo(other.text()))
                .toList();
    }

    /** Whether this is so of a client with these answers. */
    public boolean contains(DnsLists lists) {
        return on.stream().allMatch(zone -> isOn(zone, lists)) && notOn.stream().noneMatch(zone -> isOn(zone, lists));
    }

    private static boolean isOn(HostName zone, DnsLists lists) {
        return lists.of(zone).filter(DnsLists.Answer.LISTED::equals).isPresent();
    }
}
