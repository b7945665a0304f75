package dev.hatcheck.policies.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:0db8::0001, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::, ::",
        "::1, ::1",
        "fe80::, fe80::",
        "::192.0.2.1, ::c000:201",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::FFFF:c000:0201, 192.0.2.1",
        "0:0:0:0:0:ffff:192.0.2.1, 192.0.2.1"
    })
    void anAddressIsWrittenInOneWay(String text, String canonical) {
        assertThat(IpAddress.read(text)).map(IpAddress::toString).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "10",
                "10.1",
                "10.1.1",
                "10.1.1.1.1",
                "10.1.1.",
                "10.1.1.256",
                "010.1.1.1",
                "10.1.1.01",
                "0x7f.1",
                "2130706433",
                "10.1.1.1/32",
                "10.1.1.1 ",
                "10.1.1.-1",
                "-1.1.1.1",
                "+1.1.1.1",
                "10.1.1.1-2",
                "١.1.1.1",
                "１.1.1.1",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "::00001",
                "fe80::1%eth0",
                "[::1]",
                "::1/128",
                "::g",
                "::ffff:10.1.1",
                "::ffff:010.1.1.1",
                "::ffff:1.2.3.4.5",
                "::1.2.3.256",
                "1.2.3.4::",
                "::*",
                "2001:db8::1-2",
                "_4",
                "=r54lj&NUUO~Hi%c2ym0"
            })
    void nothingElseIsAnAddress(String text) {
        assertThat(IpAddress.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0, 192.0.2.1",
        "192.0.2.255, 192.0.3.0",
        "127.255.255.255, 128.0.0.0",
        "255.255.255.255, ::1:0:0:0",
        "::fffe:ffff:ffff, 0.0.0.0",
        "2001:db8::7fff:ffff:ffff:ffff, 2001:db8::8000:0:0:0",
        "2001:db8:0:0:ffff:ffff:ffff:ffff, 2001:db8:0:1::",
        "7fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 8000::",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::"
    })
    void eachAddressHasOneBeforeItAndOneBehind(String one, String next) {
        IpAddress address = IpAddress.read(one).orElseThrow();
        IpAddress behind = IpAddress.read(next).orElseThrow();

        assertThat(address.next()).isEqualTo(behind);
        assertThat(behind.previous()).isEqualTo(address);
    }

    @Test
    void anIpv4AddressIsTheSameInEveryForm() {
        IpAddress plain = IpAddress.ofV4(0xc000_0201);

        assertThat(IpAddress.read("192.0.2.1")).contains(plain);
        assertThat(IpAddress.read("::ffff:192.0.2.1")).contains(plain);
        assertThat(IpAddress.of((byte) 192, (byte) 0, (byte) 2, (byte) 1)).isEqualTo(plain);
        assertThat(plain.bytes()).containsExactly(192, 0, 2, 1);
        assertThat(plain.isV4()).isTrue();
    }
}
