package dev.hatcheck.cli.classify;

import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.TlsUse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many clients were treated how. Not safe for threads. */
final class Tally {
    private final Map<Admission, Count> byAdmission = new IdentityHashMap<>();
    private final Map<Treatment, Count> byTreatment = new HashMap<>();
    private long unreadable;

    /** A way of being treated: what rows of the summary are told by. */
    record Treatment(Optional<String> group, Optional<String> policy, ConnectionBehavior behavior, TlsUse tls) {
        private static Treatment of(Admission admission) {
            return new Treatment(
                    admission.group(),
                    admission.policy().name(),
                    admission.behavior(),
                    admission.policy().value(PolicyParameters.TLS));
        }
    }

    /** A row of the summary. */
    record Share(Treatment treatment, long clients) {}

    private static final class Count {
        private long clients;
    }

    void add(Classified row) {
        switch (row) {
            case Classified.Decided decided -> byAdmission.computeIfAbsent(decided.admission(), this::count).clients++;
            case Classified.Unreadable u -> unreadable++;
        }
    }

    /** Entries of one group share a counter, so that a client costs a single look-up. */
    private Count count(Admission admission) {
        return byTreatment.computeIfAbsent(Treatment.of(admission), treatment -> new Count());
    }

    long unreadable() {
        return unreadable;
    }

    long clients() {
        return byTreatment.values().stream().mapToLong(count -> count.clients).sum();
    }

    /** The most frequent first. */
    List<Share> shares() {
        return byTreatment.entrySet().stream()
                .map(it -> new Share(it.getKey(), it.getValue().clients))
                .sorted(Comparator.comparingLong(Share::clients)
                        .reversed()
                        .thenComparing(it -> it.treatment().toString()))
                .toList();
    }
}
