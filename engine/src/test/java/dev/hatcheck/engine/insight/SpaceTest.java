package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpaceTest {
    @Test
    void addressesAreCutWhereRangesAndPrivateNetworksBeginAndEnd() {
        AddressClasses addresses = AddressClasses.cutBy(ranges("192.0.2.0/24", "192.0.2.7", "2001:db8::/32"));

        assertThat(IntStream.range(0, addresses.count())
                        .mapToObj(addresses::range)
                        .map(SpaceTest::shown))
                .containsExactly(
                        "0.0.0.0-9.255.255.255",
                        "10.0.0.0-10.255.255.255",
                        "11.0.0.0-172.15.255.255",
                        "172.16.0.0-172.31.255.255",
                        "172.32.0.0-192.0.1.255",
                        "192.0.2.0-192.0.2.6",
                        "192.0.2.7-192.0.2.7",
                        "192.0.2.8-192.0.2.255",
                        "192.0.3.0-192.167.255.255",
                        "192.168.0.0-192.168.255.255",
                        "192.169.0.0-255.255.255.255",
                        "::-::fffe:ffff:ffff",
                        "::1:0:0:0-2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                        "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
                        "2001:db9::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    }

    @Test
    void anAddressKnowsItsClass() {
        AddressClasses addresses = AddressClasses.cutBy(ranges("192.0.2.0/24", "192.0.2.7", "2001:db8::/32", "::/0"));

        for (int place = 0; place < addresses.count(); place++) {
            IpRange range = addresses.range(place);
            assertThat(Stream.of(range.first(), range.last(), addresses.witness(place))
                            .map(addresses::place))
                    .containsOnly(place);
        }
    }

    private static List<IpRange> ranges(String... texts) {
        return Stream.of(texts).map(text -> IpRange.read(text).orElseThrow()).toList();
    }

    private static String shown(IpRange range) {
        return range.first() + "-" + range.last();
    }

    @Test
    void aNodeIsAClassAndSoIsWhatLiesBelowItAndNowhereDeeper() {
        assertThat(verified(names("example", "a.example")))
                .containsExactly("mail.example.net", "example", "a.example", "mx.example", "mx.a.example");
    }

    @Test
    void aNameThatStandsTwiceIsOneNodeAndOneOfTheSameHashIsAnother() {
        assertThat("an").hasSameHashCodeAs("c0");
        assertThat(verified(names("an", "c0", "an", "c0")))
                .containsExactly("mail.example.net", "an", "c0", "mx.an", "mx.c0");
    }

    @Test
    void aLabelThatANameHasIsNoWitness() {
        assertThat(verified(names("mx.example", "mail.mx.example")))
                .endsWith("host.mx.example", "host.mail.mx.example");
        assertThat(verified(names("mx.mail.host.smtp.mx1.net"))).endsWith("mx2.mx.mail.host.smtp.mx1.net");
    }

    @Test
    void anyOtherNameLiesBelowNoNode() {
        assertThat(verified(names("net", "example.org", "com"))).first().isEqualTo("mail.mx");
    }

    @Test
    void whereNoNameHasRoomThereIsNoClass() {
        String full = "a".repeat(61) + ("." + "b".repeat(63)).repeat(3); // 253
        assertThat(verified(names(full))).containsExactly("mail.example.net", full);

        String almost = full.substring(2); // room for one letter and its dot
        assertThat(verified(names(almost))).containsExactly("mail.example.net", almost, "a." + almost);

        var taken = new ArrayList<String>(List.of(almost));
        "abcdefghijklmnopqrstuvwxyz0123456789-_".chars().forEach(c -> taken.add((char) c + "." + almost));
        assertThat(verified(names(taken.toArray(String[]::new)))).hasSize(1 + taken.size());
    }

    private static NameClasses names(String... texts) {
        List<HostName> names = Stream.of(texts).map(HostName::new).toList();
        return NameClasses.cutBy(names);
    }

    private static List<String> verified(NameClasses names) {
        return IntStream.range(0, names.count())
                .mapToObj(names::witness)
                .flatMap(
                        name -> name instanceof ReverseDns.Verified(var host) ? Stream.of(host.text()) : Stream.empty())
                .toList();
    }

    @Test
    void theLastAddressHasNoNext() {
        IpAddress last = Peers.address("255.255.255.255");
        AddressClasses addresses = AddressClasses.cutBy(List.of(IpRange.of(last)));
        assertThat(addresses.witness(addresses.place(last))).isEqualTo(last);
    }
}
