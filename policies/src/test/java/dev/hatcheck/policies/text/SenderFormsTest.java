package dev.hatcheck.policies.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a line of a sender group means, whichever of its forms it takes. */
class SenderFormsTest {
    @ParameterizedTest(name = "{0} is {1} to {2}")
    @CsvSource({
        "192.0.2.7, 192.0.2.7, 192.0.2.7",
        "10.1.2., 10.1.2.0, 10.1.2.255",
        "10.1.2, 10.1.2.0, 10.1.2.255",
        "10.1., 10.1.0.0, 10.1.255.255",
        "10.1, 10.1.0.0, 10.1.255.255",
        "10., 10.0.0.0, 10.255.255.255",
        "10, 10.0.0.0, 10.255.255.255",
        "0, 0.0.0.0, 0.255.255.255",
        "10.1.2.3-9, 10.1.2.3, 10.1.2.9",
        "10.1.2-5., 10.1.2.0, 10.1.5.255",
        "10.1.2-5, 10.1.2.0, 10.1.5.255",
        "10.1-3., 10.1.0.0, 10.3.255.255",
        "10.1-3, 10.1.0.0, 10.3.255.255",
        "10-12., 10.0.0.0, 12.255.255.255",
        "10-12, 10.0.0.0, 12.255.255.255",
        "7-7, 7.0.0.0, 7.255.255.255",
        "10/8, 10.0.0.0, 10.255.255.255",
        "10.1/16, 10.1.0.0, 10.1.255.255",
        "10.1.2/23, 10.1.2.0, 10.1.3.255",
        "10/16, 10.0.0.0, 10.0.255.255",
        "208.90.57.0/26, 208.90.57.0, 208.90.57.63",
        "192.0.2.77/24, 192.0.2.0, 192.0.2.255",
        "0/0, 0.0.0.0, 255.255.255.255",
        "2001:db8:0:0:0:0:0:1, 2001:db8::1, 2001:db8::1",
        "2001:DB8::, 2001:db8::, 2001:db8::",
        "::, ::, ::",
        "2001::2-2001::10, 2001::2, 2001::10",
        "2001:db8::/32, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "::ffff:192.0.2.1, 192.0.2.1, 192.0.2.1",
        "::ffff:10.0.0.0/104, 10.0.0.0, 10.255.255.255",
        "::ffff:10.0.0.1-::ffff:10.0.0.9, 10.0.0.1, 10.0.0.9"
    })
    void addressesAreRanges(String written, String first, String last) {
        assertThat(sender(written))
                .isEqualTo(new Sender.Address(new IpRange(
                        IpAddress.read(first).orElseThrow(),
                        IpAddress.read(last).orElseThrow())));
    }

    static Stream<Arguments> otherForms() {
        return Stream.of(
                Arguments.of("mx1.example.com", new Sender.Host(new HostName("mx1.example.com"))),
                Arguments.of("MX1.Example.COM.", new Sender.Host(new HostName("mx1.example.com"))),
                Arguments.of("3com.example", new Sender.Host(new HostName("3com.example"))),
                Arguments.of("xn--bcher-kva.example", new Sender.Host(new HostName("xn--bcher-kva.example"))),
                Arguments.of(".res.cisco.com", new Sender.PartialHost(new HostName("res.cisco.com"))),
                Arguments.of(".example", new Sender.PartialHost(new HostName("example"))),
                Arguments.of("sbrs[-10.0:-3.0]", new Sender.ReputationRange(new Score(-100), new Score(-30))),
                Arguments.of("SBRS[-10:-7.5]", new Sender.ReputationRange(new Score(-100), new Score(-75))),
                Arguments.of("Sbrs[-0.5:10]", new Sender.ReputationRange(new Score(-5), new Score(100))),
                Arguments.of("sbrs[0:-0.0]", new Sender.ReputationRange(new Score(0), new Score(0))),
                Arguments.of("sbrs[none]", new Sender.NoReputation()),
                Arguments.of("SBRS[None]", new Sender.NoReputation()),
                Arguments.of("SBO:4711", new Sender.Organization(4711)),
                Arguments.of("sbo:0", new Sender.Organization(0)),
                Arguments.of("dnslist[list.example.org]", new Sender.DnsList(new HostName("list.example.org"))),
                Arguments.of("DNSLIST[List.Example.org]", new Sender.DnsList(new HostName("list.example.org"))),
                Arguments.of("geo[us]", new Sender.Country("US")),
                Arguments.of("GEO[It]", new Sender.Country("IT")),
                Arguments.of("nx.domain", new Sender.NoPtrRecord()),
                Arguments.of("NX.DOMAIN", new Sender.NoPtrRecord()),
                Arguments.of("serv.fail", new Sender.PtrLookupFails()),
                Arguments.of("Not.Double.Verified", new Sender.PtrDoesNotMatch()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherForms")
    void otherFormsAreWhatTheySay(String written, Sender sender) {
        assertThat(sender(written)).isEqualTo(sender);
    }

    private static Sender sender(String written) {
        var group = (SenderGroup) HatReader.read("GROUP: " + written + " REJECT", "hat.txt")
                .value()
                .lines()
                .getFirst();
        Entry entry = group.members().getFirst();
        assertThat(entry.written()).isEqualTo(written);
        return entry.sender();
    }
}
