package dev.hatcheck.cli.prove;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.insight.Proof;
import dev.hatcheck.smtp.lookup.SimulatedDns;
import java.util.List;

/** What became of a written claim. */
public sealed interface Outcome {
    /** The claim. */
    WrittenClaim claim();

    /** Whether it holds. */
    boolean isProven();

    /** Whether there is nobody of whom it speaks, so that it holds of necessity. */
    boolean isOfNobody();

    /** Of a claim about clients. */
    record OfClients(WrittenClaim claim, Proof proof) implements Outcome {
        @Override
        public boolean isProven() {
            return proof.isProven();
        }

        @Override
        public boolean isOfNobody() {
            return proof.isOfNobody();
        }
    }

    /** Of a claim about the hosts of a zone, those that it leaves out not among them. */
    record OfZone(WrittenClaim claim, List<ZoneHost> hosts) implements Outcome {
        public OfZone {
            hosts = List.copyOf(hosts);
        }

        @Override
        public boolean isProven() {
            return hosts.stream().allMatch(host -> host.proof().isProven());
        }

        @Override
        public boolean isOfNobody() {
            return hosts.isEmpty();
        }

        List<ZoneHost> refuted() {
            return hosts.stream().filter(host -> !host.proof().isProven()).toList();
        }

        List<ZoneHost> provenByNameOnly() {
            return hosts.stream().filter(ZoneHost::isProvenByNameOnly).toList();
        }
    }

    /**
     * A host of a zone.
     *
     * @param host its name and address in the zone
     * @param reverseDns what its name is worth by the zone
     * @param proof what becomes of the claim of a client with this address and this name
     * @param unverified what becomes of it while no name of this address counts
     */
    record ZoneHost(SimulatedDns.Host host, ReverseDns reverseDns, Proof proof, Proof unverified) {
        /** Whether the claim holds, but only while reverse DNS works. */
        boolean isProvenByNameOnly() {
            return proof.isProven() && !unverified.isProven();
        }
    }
}
