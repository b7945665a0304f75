package dev.hatcheck.bench.table;

import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.Sender;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;

/** Decisions about clients of IPv4, beside a plain binary search over as many addresses. */
public class Ipv4Decisions extends Decisions {
    private int[] starts;

    /** A table of single addresses. */
    public Ipv4Decisions() {
        super(Senders.Kind.IPV4);
    }

    @Override
    void prepare(HostAccessTable table) {
        starts = BigTable.entries(table).stream()
                .mapToInt(entry ->
                        (int) ((Sender.Address) entry.sender()).range().first().low())
                .sorted()
                .toArray();
    }

    @Benchmark
    public int binarySearch() {
        return Arrays.binarySearch(starts, (int) nextClient().address().low());
    }
}
