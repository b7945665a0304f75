package dev.hatcheck.smtp.lookup;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Rfc;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.smtp.lookup.Answer.Failed;
import dev.hatcheck.smtp.lookup.Answer.Found;
import dev.hatcheck.smtp.lookup.Answer.Nothing;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * What DNS lists say of a client: it is on a list if its address, written backwards, is a host of the list's domain.
 */
@Esa("T118238")
@Rfc({"5782 section 2.1", "5782 section 2.4"})
final class DnsListQuestions {
    private static final List<Name> ROOTS_OF_ADDRESSES =
            List.of(Name.fromConstantString("in-addr.arpa."), Name.fromConstantString("ip6.arpa."));

    private static final IpRange REFUSALS = IpRange.read("127.255.255.0/24").orElseThrow();

    private DnsListQuestions() {}

    /** Asks all lists at once; the answer has each of them. */
    static DnsLists of(IpAddress client, List<HostName> zones, Questions dns) {
        Map<HostName, Supplier<Answer>> asked = new LinkedHashMap<>();
        zones.forEach(zone -> asked.put(zone, ask(client, zone, dns)));
        Map<HostName, DnsLists.Answer> answers = new HashMap<>();
        asked.forEach((zone, answer) -> answers.put(zone, meaning(answer.get())));
        return new DnsLists(answers);
    }

    private static Supplier<Answer> ask(IpAddress client, HostName zone, Questions dns) {
        try {
            return dns.ask(Name.concatenate(backwards(client), Name.fromString(zone.text(), Name.root)), Type.A);
        } catch (NameTooLongException | TextParseException unspeakable) {
            return Failed::new;
        }
    }

    /** The octets of an IPv4 address, or the half octets of an IPv6 address, the last one first. */
    private static Name backwards(IpAddress client) {
        Name name = ReverseMap.fromAddress(client.bytes());
        return name.relativize(ROOTS_OF_ADDRESSES.get(client.isV4() ? 0 : 1));
    }

    private static DnsLists.Answer meaning(Answer answer) {
        return switch (answer) {
            case Found(var records) -> meaning(records);
            case Nothing() -> DnsLists.Answer.NOT_LISTED;
            case Failed() -> DnsLists.Answer.FAILED;
        };
    }

    private static DnsLists.Answer meaning(List<Record> records) {
        if (records.stream().anyMatch(DnsListQuestions::isListing)) {
            return DnsLists.Answer.LISTED;
        }
        return records.stream().anyMatch(DnsListQuestions::isRefusal)
                ? DnsLists.Answer.FAILED
                : DnsLists.Answer.NOT_LISTED;
    }

    /** A client is on a list that answers with an address of loopback. */
    @Rfc("5782 section 2.1")
    @Assumed("an address that is no loopback address says nothing: a list that has ended answers so about everybody")
    private static boolean isListing(Record record) {
        return record instanceof ARecord a && a.getAddress().isLoopbackAddress() && !isRefusal(record);
    }

    /** A list that answers with an address of 127.255.255.0/24 has failed: it does not speak of the client. */
    @Assumed(
            "operators of lists say so to whoever asks by a public resolver or too often; that an appliance heeds it is"
                    + " not told, but a test should not fail by the resolver that it runs behind")
    private static boolean isRefusal(Record record) {
        return record instanceof ARecord a
                && REFUSALS.contains(IpAddress.of(a.getAddress().getAddress()));
    }
}
