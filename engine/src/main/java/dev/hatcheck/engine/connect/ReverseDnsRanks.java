package dev.hatcheck.engine.connect;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.address.HostName;

/** The lowest rank for each outcome of the look-up of a name. Ranks are added from the lowest on. */
final class ReverseDnsRanks {
    private final HostSuffixes verified;
    private int noRecord = Rank.NONE;
    private int temporaryFailure = Rank.NONE;
    private int mismatch = Rank.NONE;

    /** Room for a number of entries with names. */
    ReverseDnsRanks(int names) {
        verified = new HostSuffixes(names);
    }

    void addVerified(HostName name, int rank) {
        verified.add(name, rank);
    }

    void addVerifiedBelow(HostName suffix, int rank) {
        verified.addBelow(suffix, rank);
    }

    void addNoRecord(int rank) {
        noRecord = Math.min(noRecord, rank);
    }

    void addTemporaryFailure(int rank) {
        temporaryFailure = Math.min(temporaryFailure, rank);
    }

    void addMismatch(int rank) {
        mismatch = Math.min(mismatch, rank);
    }

    int of(ReverseDns reverseDns) {
        return switch (reverseDns) {
            case ReverseDns.Verified(var name) -> verified.of(name);
            case ReverseDns.NoRecord() -> noRecord;
            case ReverseDns.TemporaryFailure(var host) -> temporaryFailure;
            case ReverseDns.Mismatch(var name) -> mismatch;
        };
    }
}
