package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.PrivateNetworks;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.CountryCode;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A table that is looked through: its clients in classes, and who of them comes to which entry. */
final class Inspection {
    private final Engine engine;
    private final Space space;
    private final Partition partition;
    private final Reach reach;
    private final AddressRuns addressRuns;
    private final AllTerms terms = new AllTerms();

    Inspection(Engine engine) {
        this.engine = engine;
        this.space = Space.of(engine.index(), List.of());
        this.partition = Partition.of(space, engine);
        this.reach = Reach.of(partition, Meant.everybody());
        this.addressRuns = AddressRuns.of(space.addresses(), partition.addresses());
    }

    Engine engine() {
        return engine;
    }

    HatIndex index() {
        return engine.index();
    }

    Space space() {
        return space;
    }

    AddressRuns addressRuns() {
        return addressRuns;
    }

    /** Public clients first. */
    List<Population> populations() {
        return List.of(partition.publicClients(), partition.privateClients());
    }

    boolean asksForReputation() {
        return engine.settings().value(ListenerParameters.USE_SENDERBASE);
    }

    boolean isReached(int rank) {
        return reach.isReached(rank);
    }

    Peer witness(int rank) {
        return reach.witness(rank);
    }

    /** A client that meets a sender of the table, and about whom the entry of a rank decides. */
    Peer witness(Sender sender, int rank) {
        return Reach.of(partition, Meant.everybody().anyOf(List.of(sender))).witness(rank);
    }

    Admission admission(int rank) {
        return index().admission(rank);
    }

    Sender sender(int rank) {
        return admission(rank).entry().sender();
    }

    /** The ranks of the entries that could decide: all but those that {@code CONTINUE}. */
    IntStream ranks() {
        return IntStream.range(0, index().size())
                .filter(rank -> admission(rank).behavior() != ConnectionBehavior.CONTINUE);
    }

    /** Whether two entries put the same in force, however their policies are named and written. */
    boolean doTheSame(Admission one, Admission other) {
        return one.policy() == other.policy() || terms.number(one.policy()) == terms.number(other.policy());
    }

    static boolean isAccepted(Admission admission) {
        return new Treatment.Accepted().isGivenBy(admission);
    }

    static boolean isAcceptedWithoutTls(Admission admission) {
        return new Treatment.AcceptedWithoutTls().isGivenBy(admission);
    }

    static boolean isAcceptedOverTlsOnly(Admission admission) {
        return isAccepted(admission)
                && admission.policy().value(PolicyParameters.TLS).isRequired();
    }

    /** A client that meets a sender, and else, as far as that can be, no entry up to a rank. */
    Peer meeting(Sender sender, int above) {
        Peer other = partition.publicClients().above(above);
        return switch (sender) {
            case Sender.Address(var range) ->
                at(space.addresses().witness(space.addresses().place(range.first())), above);
            case Sender.Host(var name) -> other.with(new ReverseDns.Verified(name));
            case Sender.PartialHost(var suffix) ->
                other.with(
                        below(suffix).<ReverseDns>map(ReverseDns.Verified::new).orElse(other.reverseDns()));
            case Sender.NoPtrRecord() -> other.with(new ReverseDns.NoRecord());
            case Sender.PtrLookupFails() -> other.with(new ReverseDns.TemporaryFailure(Optional.empty()));
            case Sender.PtrDoesNotMatch() -> other.with(new ReverseDns.Mismatch(new HostName("mail.example.net")));
            case Sender.ReputationRange(var low, var high) ->
                with(other, new Reputation.Scored(low), other.country(), other.organization());
            case Sender.NoReputation() -> with(other, new Reputation.None(), other.country(), other.organization());
            case Sender.Country(var code) ->
                with(
                        other,
                        other.reputation(),
                        new Country.Known(
                                code,
                                CountryCode.read(code)
                                        .map(CountryCode::englishName)
                                        .orElse(code)),
                        other.organization());
            case Sender.Organization(var id) -> with(other, other.reputation(), other.country(), OptionalLong.of(id));
            case Sender.DnsList(var zone) -> other.with(new DnsLists(Map.of(zone, DnsLists.Answer.LISTED)));
            case Sender.Everyone() -> other;
        };
    }

    /** A client at an address, and else, as far as that can be, one that meets no entry up to a rank. */
    Peer at(IpAddress address, int above) {
        Peer other = (PrivateNetworks.contain(address) ? partition.privateClients() : partition.publicClients())
                .above(above);
        return new Peer(
                address, other.reverseDns(), other.reputation(), other.country(), other.organization(), other.lists());
    }

    private static Peer with(Peer peer, Reputation reputation, Country country, OptionalLong organization) {
        return new Peer(peer.address(), peer.reverseDns(), reputation, country, organization, peer.lists());
    }

    /** A name below another that no entry names. */
    Optional<HostName> below(HostName suffix) {
        return space.names().witnessBelow(suffix);
    }
}
