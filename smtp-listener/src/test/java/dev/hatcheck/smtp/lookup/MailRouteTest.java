package dev.hatcheck.smtp.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.address.HostName;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Who takes the mail for a domain, by what DNS answers to the questions about it. */
class MailRouteTest {
    private static final HostName DOMAIN = new HostName("d.example");

    /** What is not in here does not exist. */
    private static MailExchangers of(Map<Integer, Answer> answers) {
        return MailRoute.of(DOMAIN, (name, type) -> () -> answers.getOrDefault(type, new Answer.Nothing()));
    }

    private static Answer found(String... lines) throws Exception {
        var records = new ArrayList<Record>();
        var text = String.join("\n", lines) + "\n";
        try (var master =
                new Master(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), Name.root, 60)) {
            for (Record next = master.nextRecord(); next != null; next = master.nextRecord()) {
                records.add(next);
            }
        }
        return new Answer.Found(records);
    }

    @Test
    void theHostOfTheLowestNumberComesFirst() throws Exception {
        assertThat(of(Map.of(Type.MX, found("d. MX 30 c.example.", "d. MX 5 a.example.", "d. MX 10 B.example."))))
                .isEqualTo(new MailExchangers.Hosts(
                        List.of(new HostName("a.example"), new HostName("b.example"), new HostName("c.example"))));
    }

    @Test
    void aDomainWithoutMxRecordsIsItsOwnHostIfItHasAnAddress() throws Exception {
        assertThat(of(Map.of(Type.A, found("d. A 192.0.2.1")))).isEqualTo(new MailExchangers.Itself());
        assertThat(of(Map.of(Type.AAAA, found("d. AAAA 2001:db8::1")))).isEqualTo(new MailExchangers.Itself());
        assertThat(of(Map.of())).isEqualTo(new MailExchangers.None());
    }

    @Test
    void whatNobodyCouldSayIsNotTakenForNone() throws Exception {
        assertThat(of(Map.of(Type.MX, new Answer.Failed(), Type.A, found("d. A 192.0.2.1"))))
                .isEqualTo(new MailExchangers.Unknown());
        assertThat(of(Map.of(Type.AAAA, new Answer.Failed()))).isEqualTo(new MailExchangers.Unknown());
        assertThat(of(Map.of(Type.AAAA, new Answer.Failed(), Type.A, found("d. A 192.0.2.1"))))
                .isEqualTo(new MailExchangers.Itself());
    }

    @Test
    void aNullMxStandsAlone() throws Exception {
        assertThat(of(Map.of(Type.MX, found("d. MX 0 .")))).isEqualTo(new MailExchangers.NullMx());
        assertThat(of(Map.of(Type.MX, found("d. MX 0 .", "d. MX 10 a.example."))))
                .isEqualTo(new MailExchangers.Hosts(List.of(new HostName("a.example"))));
    }

    @Test
    void whatIsNoHostNameIsLeftOut() throws Exception {
        assertThat(of(Map.of(Type.MX, found("d. MX 1 a\\032b.example.")))).isInstanceOf(MailExchangers.Unusable.class);
    }
}
