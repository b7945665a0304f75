package dev.hatcheck.smtp.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatcheck.engine.ReverseDns.Verified;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.text.SyntaxException;
import org.junit.jupiter.api.Test;

class ZoneReaderTest {
    @Test
    void aMasterFileIsReadAsRfc1035WritesIt() {
        SimulatedDns dns = SimulatedDns.read("""
                ; hosts of a partner
                $TTL 1h
                $ORIGIN example.org.
                @        IN SOA  ns hostmaster ( 1      ; serial
                                                 7200   ; refresh (two hours
                                                 3600 604800 300 )
                         IN NS   ns
                         IN TXT  "a ; is no comment here, nor is (this"
                mx 300   IN A    192.0.2.7
                         IN AAAA 2001:db8::7
                $ORIGIN 2.0.192.in-addr.arpa.
                7           PTR  mx.example.org.
                """, "test.zone");
        assertThat(dns.reverse(IpAddress.read("192.0.2.7").orElseThrow()))
                .isEqualTo(new Verified(new HostName("mx.example.org")));
    }

    @Test
    void manyHostsCanBeGeneratedAtOnce() {
        SimulatedDns dns = SimulatedDns.read("""
                $GENERATE 1-3 $.2.0.192.in-addr.arpa. PTR host-$.example.org.
                $GENERATE 1-3 host-$.example.org. A 192.0.2.$
                """, "test.zone");
        assertThat(dns.reverse(IpAddress.read("192.0.2.3").orElseThrow()))
                .isEqualTo(new Verified(new HostName("host-3.example.org")));
    }

    @Test
    void anEmptyTextDeclaresNothing() {
        assertThat(SimulatedDns.read("; nothing\r\n\r\n", "test.zone").reverse(IpAddress.ofV4(1)))
                .isEqualTo(new dev.hatcheck.engine.ReverseDns.NoRecord());
    }

    @Test
    void everyBadLineIsNamedAtOnce() {
        assertThatThrownBy(() -> SimulatedDns.read("""
                mx.example.org. A 192.0.2.300
                good.example.org. A 192.0.2.8
                mx.example.org. FOO bar
                  MX
                $SERVFAIL
                $TTL soon
                """, "lab.zone"))
                .isInstanceOfSatisfying(
                        SyntaxException.class,
                        bad -> assertThat(bad.problems())
                                .extracting(problem -> problem.origin() + ":" + problem.column())
                                .containsExactly(
                                        "lab.zone:1:19",
                                        "lab.zone:3:17",
                                        "lab.zone:4:3",
                                        "lab.zone:5:1",
                                        "lab.zone:6:1"))
                .hasMessageContaining("found mx.example.org. A 192.0.2.300")
                .hasMessageContaining("expected a record as in mx.example.org. A 192.0.2.1");
    }

    /** Once taken silently for names of the root, so that no client had the name that was meant. */
    @Test
    void aNameWithoutADotAtItsEndIsRefusedWhereNoOriginIs() {
        assertThatThrownBy(() -> SimulatedDns.read("""
                foo PTR bar
                7.2.0.192.in-addr.arpa. PTR mx.example.org
                mx.example.org. A 192.0.2.7
                $SERVFAIL mx.example.net
                $ORIGIN example.org
                """, "lab.zone"))
                .hasMessageContaining("lab.zone:1:1: found foo PTR bar (foo is no absolute name: end it with a dot)")
                .hasMessageContaining("lab.zone:2:29: ")
                .hasMessageContaining("(mx.example.org is no absolute name: end it with a dot)")
                .hasMessageContaining("lab.zone:4:11: ")
                .hasMessageContaining("lab.zone:5:9: ");
    }

    @Test
    void aParenthesisThatStaysOpenIsNamedWhereItsEntryBegins() {
        assertThatThrownBy(() -> SimulatedDns.read("""
                mx.example.org. A 192.0.2.7
                mx.example.org. TXT ( open
                lost.example.org. A 192.0.2.8
                """, "lab.zone"))
                .hasMessageContaining("lab.zone:2:1: ")
                .hasMessageContaining("its parenthesis is never closed");
    }

    @Test
    void aZoneCannotReadOtherFiles() {
        assertThatThrownBy(() -> SimulatedDns.read("$include /etc/hostname", "lab.zone"))
                .isInstanceOf(SyntaxException.class)
                .hasMessageContaining("lab.zone:1:1: ")
                .hasMessageContaining("instead of $INCLUDE");
    }

    @Test
    void whatIsNotFollowedIsRefused() {
        assertThatThrownBy(() -> SimulatedDns.read("""
                *.example.org. A 192.0.2.7
                example.net. DNAME example.org.
                """, "lab.zone"))
                .isInstanceOf(SyntaxException.class)
                .hasMessageContaining("name each host")
                .hasMessageContaining("DNAME is not followed");
    }
}
