package dev.hatcheck.smtp.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.DnsLists.Answer;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.ReverseDns.Mismatch;
import dev.hatcheck.engine.ReverseDns.NoRecord;
import dev.hatcheck.engine.ReverseDns.TemporaryFailure;
import dev.hatcheck.engine.ReverseDns.Verified;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedDnsTest {
    private static final HostName MX = new HostName("mx.example.org");
    private static final HostName LIST = new HostName("list.example");
    private static final IpAddress CLIENT = IpAddress.ofV4(0xc0000207);

    @Test
    void aNameThatLeadsBackIsVerified() {
        assertThat(reverse("192.0.2.7", """
                7.2.0.192.in-addr.arpa. PTR mx.example.org.
                mx.example.org. A 192.0.2.7
                """)).isEqualTo(new Verified(MX));
    }

    @Test
    void namesCompareWithoutCaseAndKeywordsMayBeSmall() {
        assertThat(reverse("192.0.2.7", """
                7.2.0.192.IN-addr.ARPA. in ptr MX.Example.ORG.
                mx.EXAMPLE.org. 300 in a 192.0.2.7
                """)).isEqualTo(new Verified(MX));
    }

    @Test
    void anAddressThatNobodyDeclaredHasNoRecord() {
        assertThat(reverse("192.0.2.7", "mx.example.org. A 192.0.2.7")).isEqualTo(new NoRecord());
    }

    @Test
    void aPtrThatLiesIsAMismatch() {
        assertThat(reverse("198.51.100.66", """
                66.100.51.198.in-addr.arpa. PTR mx.example.org.
                mx.example.org. A 192.0.2.7
                """)).isEqualTo(new Mismatch(MX));
    }

    @Test
    void aNameThatDoesNotExistIsAMismatch() {
        assertThat(reverse("192.0.2.7", "7.2.0.192.in-addr.arpa. PTR mx.example.org."))
                .isEqualTo(new Mismatch(MX));
    }

    @Test
    void theFirstNameThatLeadsBackCounts() {
        assertThat(reverse("192.0.2.7", """
                7.2.0.192.in-addr.arpa. PTR other.example.org.
                7.2.0.192.in-addr.arpa. PTR mx.example.org.
                mx.example.org. A 192.0.2.9
                mx.example.org. A 192.0.2.7
                """)).isEqualTo(new Verified(MX));
    }

    @Test
    void aClientOfIpv6IsFollowedBackByAaaa() {
        String pointer =
                "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa. PTR mx.example.org.\n";
        assertThat(reverse("2001:db8::1", pointer + "mx.example.org. AAAA 2001:db8::1"))
                .isEqualTo(new Verified(MX));
        assertThat(reverse("2001:db8::1", pointer + "mx.example.org. A 192.0.2.7"))
                .isEqualTo(new Mismatch(MX));
    }

    @Test
    void aMappedAddressIsAskedAsIpv4() {
        assertThat(reverse("::ffff:192.0.2.7", """
                7.2.0.192.in-addr.arpa. PTR mx.example.org.
                mx.example.org. A 192.0.2.7
                """)).isEqualTo(new Verified(MX));
    }

    @Test
    void aFailingPtrIsATemporaryFailureWithoutAName() {
        for (String directive : new String[] {"$SERVFAIL", "$TIMEOUT", "$servfail"}) {
            assertThat(reverse("192.0.2.7", directive + " 7.2.0.192.in-addr.arpa. ; out of order"))
                    .isEqualTo(new TemporaryFailure(Optional.empty()));
        }
    }

    @Test
    void aFailingNameIsATemporaryFailureUnlessAnotherNameLeadsBack() {
        String zone = """
                7.2.0.192.in-addr.arpa. PTR lies.example.org.
                7.2.0.192.in-addr.arpa. PTR broken.example.org.
                $TIMEOUT broken.example.org.
                """;
        assertThat(reverse("192.0.2.7", zone))
                .isEqualTo(new TemporaryFailure(Optional.of(new HostName("lies.example.org"))));
        assertThat(reverse("192.0.2.7", zone + """
                7.2.0.192.in-addr.arpa. PTR mx.example.org.
                mx.example.org. A 192.0.2.7
                """)).isEqualTo(new Verified(MX));
    }

    @Test
    void aDelegationOfLessThanAnOctetIsFollowed() {
        assertThat(reverse("192.0.2.7", """
                $ORIGIN 2.0.192.in-addr.arpa.
                7      CNAME 7.0/25
                7.0/25 PTR   mx.example.org.
                $ORIGIN .
                mx.example.org. CNAME host.example.net.
                host.example.net. A 192.0.2.7
                """)).isEqualTo(new Verified(MX));
    }

    @Test
    void eightAliasesAreFollowedAndNoNinth() {
        assertThat(reverse("192.0.2.7", aliases(8))).isEqualTo(new Verified(MX));
        assertThat(reverse("192.0.2.7", aliases(9))).isEqualTo(new TemporaryFailure(Optional.of(MX)));
    }

    @Test
    void aliasesThatGoInCirclesEnd() {
        assertThat(reverse("192.0.2.7", "7.2.0.192.in-addr.arpa. CNAME 7.2.0.192.in-addr.arpa."))
                .isEqualTo(new TemporaryFailure(Optional.empty()));
    }

    @Test
    void tenNamesAreLookedAtAndNoEleventh() {
        assertThat(reverse("192.0.2.7", names(10))).isEqualTo(new Verified(new HostName("h10.example.org")));
        assertThat(reverse("192.0.2.7", names(11))).isEqualTo(new Mismatch(new HostName("h1.example.org")));
    }

    @Test
    void aPtrThatIsNoHostNameNeverVerifies() {
        String odd = "7.2.0.192.in-addr.arpa. PTR res\\.cisco.com\\010.\nres\\.cisco.com\\010. A 192.0.2.7\n";
        assertThat(reverse("192.0.2.7", odd)).isEqualTo(new TemporaryFailure(Optional.empty()));
        assertThat(reverse("192.0.2.7", odd + "7.2.0.192.in-addr.arpa. PTR mx.example.org."))
                .isEqualTo(new Mismatch(MX));
    }

    @Test
    void aClientIsOnAListIfItsAddressBackwardsIsAHostOfTheList() {
        assertThat(list("192.0.2.7", "7.2.0.192.list.example. A 127.0.0.2")).isEqualTo(Answer.LISTED);
        assertThat(list("192.0.2.7", "8.2.0.192.list.example. A 127.0.0.2")).isEqualTo(Answer.NOT_LISTED);
        assertThat(list("2001:db8::1", """
                1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.list.example. A 127.0.0.9
                """)).isEqualTo(Answer.LISTED);
    }

    @Test
    void onlyAnAddressOfLoopbackIsAListing() {
        assertThat(list("192.0.2.7", "7.2.0.192.list.example. TXT listed")).isEqualTo(Answer.NOT_LISTED);
        assertThat(list("192.0.2.7", "7.2.0.192.list.example. A 192.0.2.1")).isEqualTo(Answer.NOT_LISTED);
        assertThat(list("192.0.2.7", """
                7.2.0.192.list.example. A 192.0.2.1
                7.2.0.192.list.example. A 127.255.254.255
                """)).isEqualTo(Answer.LISTED);
    }

    @Test
    void aListThatRefusesToAnswerHasFailedUnlessItListsAllTheSame() {
        assertThat(list("192.0.2.7", "7.2.0.192.list.example. A 127.255.255.0")).isEqualTo(Answer.FAILED);
        assertThat(list("192.0.2.7", "7.2.0.192.list.example. A 127.255.255.255"))
                .isEqualTo(Answer.FAILED);
        assertThat(list("192.0.2.7", """
                7.2.0.192.list.example. A 192.0.2.1
                7.2.0.192.list.example. A 127.255.255.254
                """)).isEqualTo(Answer.FAILED);
        assertThat(list("192.0.2.7", """
                7.2.0.192.list.example. A 127.255.255.254
                7.2.0.192.list.example. A 127.0.0.2
                """)).isEqualTo(Answer.LISTED);
    }

    @Test
    void aListThatFailsIsNeitherYesNorNo() {
        assertThat(list("192.0.2.7", "$SERVFAIL 7.2.0.192.list.example.")).isEqualTo(Answer.FAILED);
        assertThat(list("192.0.2.7", "$TIMEOUT 7.2.0.192.list.example.")).isEqualTo(Answer.FAILED);
    }

    @Test
    void aListWhoseDomainLeavesNoRoomForAnAddressFails() {
        var longest = new HostName("a.".repeat(125) + "aa");
        assertThat(SimulatedDns.read("", "test.zone").lists(CLIENT, List.of(longest)))
                .isEqualTo(DnsLists.failed(List.of(longest)));
    }

    private static Answer list(String client, String zone) {
        return SimulatedDns.read(zone, "test.zone")
                .lists(IpAddress.read(client).orElseThrow(), List.of(LIST))
                .of(LIST)
                .orElseThrow();
    }

    private static String aliases(int count) {
        return "7.2.0.192.in-addr.arpa. PTR mx.example.org.\nmx.example.org. CNAME a1.example.org.\n"
                + IntStream.range(1, count)
                        .mapToObj(i -> "a%d.example.org. CNAME a%d.example.org.\n".formatted(i, i + 1))
                        .collect(Collectors.joining())
                + "a%d.example.org. A 192.0.2.7".formatted(count);
    }

    private static String names(int count) {
        return IntStream.rangeClosed(1, count)
                        .mapToObj("7.2.0.192.in-addr.arpa. PTR h%d.example.org.\n"::formatted)
                        .collect(Collectors.joining())
                + "h%d.example.org. A 192.0.2.7".formatted(count);
    }

    private static ReverseDns reverse(String client, String zone) {
        return SimulatedDns.read(zone, "test.zone")
                .reverse(IpAddress.read(client).orElseThrow());
    }
}
