package dev.hatcheck.smtp.lookup;

import dev.hatcheck.policies.address.HostName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Finds who takes the mail for a domain: its MX records, or itself if it has none and an address. */
final class MailRoute {
    private MailRoute() {}

    /** What DNS says about a domain. */
    static MailExchangers of(HostName domain, Questions dns) {
        Name name = absolute(domain);
        return switch (dns.ask(name, Type.MX).get()) {
            case Answer.Found(var records) -> named(records);
            case Answer.Nothing() -> itself(dns.ask(name, Type.A), dns.ask(name, Type.AAAA));
            case Answer.Failed() -> new MailExchangers.Unknown();
        };
    }

    private static MailExchangers named(List<Record> records) {
        List<Name> targets = records.stream()
                .map(MXRecord.class::cast)
                .sorted(Comparator.comparingInt(MXRecord::getPriority))
                .map(MXRecord::getTarget)
                .limit(MailExchangers.MAX_HOSTS)
                .toList();
        if (targets.equals(List.of(Name.root))) {
            return new MailExchangers.NullMx();
        }
        List<HostName> hosts = targets.stream()
                .map(target -> HostName.read(target.toString()))
                .flatMap(Optional::stream)
                .toList();
        return hosts.isEmpty()
                ? new MailExchangers.Unusable(
                        targets.stream().map(Name::toString).toList())
                : new MailExchangers.Hosts(hosts);
    }

    private static MailExchangers itself(Supplier<Answer> v4, Supplier<Answer> v6) {
        List<Answer> answers = Stream.of(v4, v6).map(Supplier::get).toList();
        if (answers.stream().anyMatch(Answer.Found.class::isInstance)) {
            return new MailExchangers.Itself();
        }
        return answers.stream().anyMatch(Answer.Failed.class::isInstance)
                ? new MailExchangers.Unknown()
                : new MailExchangers.None();
    }

    private static Name absolute(HostName domain) {
        return Name.fromConstantString(domain.text() + ".");
    }
}
