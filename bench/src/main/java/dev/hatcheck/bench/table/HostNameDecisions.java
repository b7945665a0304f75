package dev.hatcheck.bench.table;

import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.address.HostName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/** Decisions about clients with a verified name, beside a map that is asked for each end of the name. */
public class HostNameDecisions extends Decisions {
    private final Map<String, Integer> ranks = new HashMap<>();

    /** A table of names. */
    public HostNameDecisions() {
        super(Senders.Kind.HOST_NAME);
    }

    @Override
    void prepare(HostAccessTable table) {
        List<Entry> all = BigTable.entries(table);
        for (int rank = 0; rank < all.size(); rank++) {
            ranks.putIfAbsent(all.get(rank).written(), rank);
        }
    }

    @Benchmark
    public int map() {
        String name = nextClient().reverseDns().host().map(HostName::text).orElseThrow();
        int lowest = ranks.getOrDefault(name, Integer.MAX_VALUE);
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            lowest = Math.min(lowest, ranks.getOrDefault(name.substring(dot), Integer.MAX_VALUE));
        }
        return lowest;
    }
}
