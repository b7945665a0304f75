package dev.hatcheck.cli.prove;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.insight.Claim;
import dev.hatcheck.engine.insight.Meant;
import dev.hatcheck.engine.insight.Partition;
import dev.hatcheck.engine.insight.Proof;
import dev.hatcheck.engine.insight.Space;
import dev.hatcheck.smtp.lookup.SimulatedDns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Proves claims about a table, all over one partition of its clients. */
public final class Prover {
    private final Partition partition;
    private final Map<Path, SimulatedDns> zones;

    private Prover(Partition partition, Map<Path, SimulatedDns> zones) {
        this.partition = partition;
        this.zones = zones;
    }

    /** What becomes of claims; the zones are those that they name. */
    public static List<Outcome> outcomes(Engine engine, List<WrittenClaim> claims, Map<Path, SimulatedDns> zones) {
        var senders = claims.stream()
                .flatMap(claim -> claim.claim().senders().stream())
                .toList();
        var prover = new Prover(Partition.of(Space.of(engine.index(), senders), engine), zones);
        return claims.stream().map(prover::outcome).toList();
    }

    private Outcome outcome(WrittenClaim claim) {
        return claim.zone()
                .<Outcome>map(zone -> ofZone(claim, zones.get(zone)))
                .orElseGet(() -> new Outcome.OfClients(claim, Proof.of(partition, claim.claim())));
    }

    private Outcome ofZone(WrittenClaim claim, SimulatedDns zone) {
        return new Outcome.OfZone(
                claim,
                zone.hosts().stream()
                        .map(host -> ofHost(claim.claim(), host, zone.reverse(host.address())))
                        .filter(host -> !host.proof().isOfNobody()) // it is left out by the claim
                        .toList());
    }

    private Outcome.ZoneHost ofHost(Claim claim, SimulatedDns.Host host, ReverseDns reverseDns) {
        Meant atAddress = claim.meant().withAddresses(List.of(host.address()));
        return new Outcome.ZoneHost(
                host,
                reverseDns,
                Proof.of(partition, claim.about(atAddress.withNames(List.of(reverseDns)))),
                Proof.of(partition, claim.about(atAddress.unverified())));
    }
}
