package dev.hatcheck.smtp.lookup;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.lookup.Answer.Failed;
import dev.hatcheck.smtp.lookup.Answer.Found;
import dev.hatcheck.smtp.lookup.Answer.Nothing;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Type;

/** What a client's name is worth: its PTR records, each followed back to its addresses. */
@Esa({"CFG76-41", "T118569"})
final class HostVerification {
    /** How many of a client's names are looked at. */
    @Assumed("the appliance's figure is not known; somebody else writes the PTR records, so there must be one")
    static final int MAX_NAMES = 10;

    private final IpAddress client;
    private final Questions dns;

    /** A name that the client claims, if it is a host name, and the addresses that it leads to. */
    private record Claim(Optional<HostName> host, Supplier<Answer> addresses) {}

    private HostVerification(IpAddress client, Questions dns) {
        this.client = client;
        this.dns = dns;
    }

    /** Looks up the client's names, then where they lead to, all at once; the first that leads back counts. */
    static ReverseDns of(IpAddress client, Questions dns) {
        return switch (dns.ask(ReverseMap.fromAddress(client.bytes()), Type.PTR).get()) {
            case Nothing() -> new ReverseDns.NoRecord();
            case Failed() -> new ReverseDns.TemporaryFailure(Optional.empty());
            case Found(var pointers) -> new HostVerification(client, dns).verify(pointers);
        };
    }

    private ReverseDns verify(List<Record> pointers) {
        List<Claim> claims = pointers.stream().limit(MAX_NAMES).map(this::claim).toList();
        Optional<HostName> first = Optional.empty();
        boolean anyFailed = false;
        for (Claim claim : claims) {
            Answer addresses = claim.addresses().get();
            if (addresses instanceof Found(var found) && found.stream().anyMatch(this::leadsBack)) {
                return new ReverseDns.Verified(claim.host().orElseThrow());
            }
            anyFailed |= addresses instanceof Failed;
            first = first.or(claim::host);
        }
        return anyFailed || first.isEmpty()
                ? new ReverseDns.TemporaryFailure(first)
                : new ReverseDns.Mismatch(first.get());
    }

    /** A name that is no host name leads nowhere. */
    @Assumed("a PTR record whose target is no host name counts as one that could not be read")
    private Claim claim(Record pointer) {
        Name target = ((PTRRecord) pointer).getTarget();
        Optional<HostName> host = HostName.read(target.toString());
        return new Claim(host, host.isPresent() ? dns.ask(target, client.isV4() ? Type.A : Type.AAAA) : Nothing::new);
    }

    private boolean leadsBack(Record record) {
        return switch (record) {
            case ARecord a -> IpAddress.of(a.getAddress().getAddress()).equals(client);
            case AAAARecord aaaa -> IpAddress.of(aaaa.getAddress().getAddress()).equals(client);
            default -> false;
        };
    }
}
