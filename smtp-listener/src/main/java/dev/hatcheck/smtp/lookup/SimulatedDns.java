package dev.hatcheck.smtp.lookup;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Rfc;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.smtp.lookup.Answer.Failed;
import dev.hatcheck.smtp.lookup.Answer.Found;
import dev.hatcheck.smtp.lookup.Answer.Nothing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * A world of names that a zone text declares; a name that it does not declare does not exist.
 *
 * <p>The text is a master file of RFC 1035 with absolute names; it needs no SOA. Two directives name hosts whose
 * look-up fails: {@code $SERVFAIL name} and {@code $TIMEOUT name}. Immutable; every answer is given on the spot.
 */
public final class SimulatedDns {
    /** How many CNAME records lead from one name to its answer at most. */
    @Assumed("the appliance's figure is not known; resolvers follow about as many")
    static final int MAX_ALIASES = 8;

    private static final IpRange LOOPBACK = IpRange.block(IpAddress.ofV4(127 << 24), 8);

    private final Map<Name, List<Record>> records;
    private final Set<Name> failing;

    SimulatedDns(Map<Name, List<Record>> records, Set<Name> failing) {
        this.records = new HashMap<>(records); // Map.copyOf probes badly where names have alike hash codes
        this.failing = Set.copyOf(failing);
    }

    /**
     * The world of a zone text.
     *
     * @param file what messages call the text
     * @throws dev.hatcheck.policies.text.SyntaxException with every line that is no record
     */
    public static SimulatedDns read(String zoneText, String file) {
        return ZoneReader.read(zoneText, file);
    }

    /** What a client's name is worth: its PTR records, each followed back to its addresses. */
    public ReverseDns reverse(IpAddress client) {
        return records.isEmpty() && failing.isEmpty()
                ? new ReverseDns.NoRecord()
                : HostVerification.of(client, this::ask);
    }

    /** A name of the zone and an address that it leads to. */
    public record Host(HostName name, IpAddress address) {}

    /**
     * The hosts of the zone, by name: each name with each of its addresses. What leads to an address of loopback is
     * this machine, or stands on a DNS list.
     */
    public List<Host> hosts() {
        return records.values().stream()
                .flatMap(List::stream)
                .flatMap(SimulatedDns::host)
                .filter(host -> !LOOPBACK.contains(host.address()))
                .sorted(Comparator.comparing((Host host) -> host.name().text()).thenComparing(Host::address))
                .toList();
    }

    private static Stream<Host> host(Record record) {
        Optional<HostName> name = HostName.read(record.getName().toString());
        return switch (record) {
            case ARecord a ->
                name.map(it -> new Host(it, IpAddress.of(a.getAddress().getAddress()))).stream();
            case AAAARecord aaaa ->
                name.map(it -> new Host(it, IpAddress.of(aaaa.getAddress().getAddress()))).stream();
            default -> Stream.empty();
        };
    }

    /** What DNS lists say of a client; a list that the zone does not have lists nobody. */
    public DnsLists lists(IpAddress client, List<HostName> zones) {
        return DnsListQuestions.of(client, zones, this::ask);
    }

    private Supplier<Answer> ask(Name name, int type) {
        return () -> answer(name, type);
    }

    /**
     * The records of a type, as a resolver finds them: along the CNAME records, which may be a delegation of RFC 2317.
     */
    @Rfc({"1034 section 3.6.2", "2317 section 4"})
    private Answer answer(Name name, int type) {
        Name asked = name;
        for (int aliases = 0; aliases <= MAX_ALIASES; aliases++) {
            if (failing.contains(asked)) {
                return new Failed();
            }
            List<Record> here = records.getOrDefault(asked, List.of());
            List<Record> wanted =
                    here.stream().filter(record -> record.getType() == type).toList();
            if (!wanted.isEmpty()) {
                return new Found(wanted);
            }
            Optional<Name> next = here.stream()
                    .filter(CNAMERecord.class::isInstance)
                    .map(alias -> ((CNAMERecord) alias).getTarget())
                    .findFirst();
            if (next.isEmpty()) {
                return new Nothing();
            }
            asked = next.get();
        }
        return new Failed();
    }
}
