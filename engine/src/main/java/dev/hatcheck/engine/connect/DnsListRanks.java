package dev.hatcheck.engine.connect;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.DnsLists.Answer;
import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.List;

/** The entries about DNS lists, of which a table has few: asked one by one. Ranks are added from the lowest on. */
final class DnsListRanks {
    private final List<Zone> zones = new ArrayList<>();

    private record Zone(HostName name, int rank) {}

    void add(HostName zone, int rank) {
        zones.add(new Zone(zone, rank));
    }

    boolean isEmpty() {
        return zones.isEmpty();
    }

    int of(DnsLists lists) {
        for (int i = 0; i < zones.size(); i++) { // not for-each, which would allocate an iterator
            if (lists.answers().get(zones.get(i).name()) == Answer.LISTED) {
                return zones.get(i).rank();
            }
        }
        return Rank.NONE;
    }

    /** The lists of entries below a rank that were not asked, each once, in the order of rank. */
    List<HostName> unaskedBelow(int rank, DnsLists lists) {
        return zones.stream()
                .takeWhile(zone -> zone.rank() < rank)
                .map(Zone::name)
                .filter(name -> !lists.answers().containsKey(name))
                .distinct()
                .toList();
    }
}
