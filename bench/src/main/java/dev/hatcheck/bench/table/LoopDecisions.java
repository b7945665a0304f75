package dev.hatcheck.bench.table;

import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.Admissions;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import org.openjdk.jmh.annotations.Benchmark;

/** Decisions beside those by the loop that is their specification, with small tables of all kinds. */
public class LoopDecisions extends Decisions {
    private Admissions loop;

    /** A table of everything. */
    public LoopDecisions() {
        super(Senders.Kind.MIXED);
    }

    @Override
    void prepare(HostAccessTable table) {
        loop = Admissions.of(table, ListenerSettings.of(ListenerType.PUBLIC));
    }

    @Benchmark
    public Admission loop() {
        return loop.admit(nextClient());
    }
}
