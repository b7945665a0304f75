package dev.hatcheck.bench.table;

import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.Sender;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;

/** Decisions about clients of IPv6, beside a plain binary search over the upper halves of as many addresses. */
public class Ipv6Decisions extends Decisions {
    private long[] starts;

    /** A table of single addresses. */
    public Ipv6Decisions() {
        super(Senders.Kind.IPV6);
    }

    @Override
    void prepare(HostAccessTable table) {
        starts = BigTable.entries(table).stream()
                .mapToLong(entry ->
                        ((Sender.Address) entry.sender()).range().first().high())
                .sorted()
                .toArray();
    }

    @Benchmark
    public int binarySearch() {
        return Arrays.binarySearch(starts, nextClient().address().high());
    }
}
