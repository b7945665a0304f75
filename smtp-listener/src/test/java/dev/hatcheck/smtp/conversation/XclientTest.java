package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XclientTest {
    private static final Identity PEER = Identity.of("127.0.0.1", address("127.0.0.9"));

    @Test
    void saysWhoTheClientIs() {
        assertThat(after("NAME=MX.Example ADDR=192.0.2.7 PORT=40000 PROTO=ESMTP HELO=me LOGIN=joe"
                        + " DESTADDR=198.51.100.25 DESTPORT=25"))
                .isEqualTo(new Identity(
                        "198.51.100.25",
                        address("192.0.2.7"),
                        Optional.of(new ReverseDns.Verified(new HostName("mx.example"))),
                        Optional.of("me"),
                        Optional.of("joe")));
    }

    @ParameterizedTest
    @CsvSource({
        "ADDR=192.0.2.7, 192.0.2.7",
        "addr=IPV6:2001:db8::7, 2001:db8::7",
        "Addr=ipv6:::ffff:192.0.2.7, 192.0.2.7",
        "ADDR=[UNAVAILABLE], 127.0.0.9",
        "ADDR=[unavailable], 127.0.0.9",
        "NAME=mx.example, 127.0.0.9",
        "ADDR=192.0.2.+37, 192.0.2.7",
    })
    void addressesAreThoseOfThePeerOrAsSaid(String arguments, String expected) {
        assertThat(after(arguments).address()).hasToString(expected);
    }

    @Test
    void aNameNeedNotBeThere() {
        assertThat(after("ADDR=192.0.2.7").name()).isEmpty();
        assertThat(after("NAME=[Unavailable]").name()).contains(new ReverseDns.NoRecord());
        assertThat(after("NAME=[TEMPUNAVAIL]").name()).contains(new ReverseDns.TemporaryFailure(Optional.empty()));
    }

    @Test
    void whatWasSaidBeforeHoldsUntilItIsTakenBack() {
        Identity before = after("NAME=mx.example ADDR=192.0.2.7 HELO=me LOGIN=joe DESTADDR=198.51.100.25");
        assertThat(after("PORT=[UNAVAILABLE] PROTO=SMTP DESTPORT=[UNAVAILABLE]", before))
                .isEqualTo(before);
        assertThat(after("ADDR=[UNAVAILABLE] HELO=[UNAVAILABLE] LOGIN=[UNAVAILABLE] DESTADDR=[UNAVAILABLE]", before))
                .isEqualTo(PEER.withName(before.name().orElseThrow()));
    }

    @Test
    void aValueIsTakenByItsMeaning() {
        assertThat(after("HELO=two+20words").helo()).contains("two words");
        assertThat(after("LOGIN=a+3Db+2Bc").login()).contains("a=b+c");
        assertThat(after("LOGIN=+C3+A4").login()).contains("\u00c3\u00a4");
        assertThat(after("HELO=" + "x".repeat(255)).helo()).contains("x".repeat(255));
        assertThat(after("HELO=$1\\0").helo()).contains("$1\\0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ADDR", "ADDR=", "=192.0.2.7", "ADDR =192.0.2.7", "ADDR= 192.0.2.7", "ADDR:192.0.2.7"})
    void everyArgumentIsAnAttributeAndAValue(String arguments) {
        assertThat(complaint(arguments)).isEqualTo("expected attribute=value, with blanks between them");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADDR=192.0.2.7 WHO=me              | WHO is no attribute of those that EHLO lists",
                "REVERSE_NAME=mx.example            | REVERSE_NAME is no attribute of those that EHLO lists",
                "ADDR=192.0.2.7 addr=192.0.2.7      | ADDR is given twice",
                "NAME=192.0.2.7                     | NAME is a host name, [UNAVAILABLE] or [TEMPUNAVAIL]",
                "NAME=a..example                    | NAME is a host name, [UNAVAILABLE] or [TEMPUNAVAIL]",
                "NAME=[TEMPUNAVAIL                  | NAME is a host name, [UNAVAILABLE] or [TEMPUNAVAIL]",
                "PORT=65536                         | PORT is a number from 0 to 65535 or [UNAVAILABLE]",
                "PORT=+2D1                          | PORT is a number from 0 to 65535 or [UNAVAILABLE]",
                "DESTPORT=000025                    | DESTPORT is a number from 0 to 65535 or [UNAVAILABLE]",
                "PROTO=[UNAVAILABLE]                | PROTO is SMTP or ESMTP",
                "HELO=a=b                           | the value of HELO is no xtext, where +2B, in capitals, stands for a plus sign",
                "HELO=a+2                           | the value of HELO is no xtext, where +2B, in capitals, stands for a plus sign",
                "HELO=a+2b                          | the value of HELO is no xtext, where +2B, in capitals, stands for a plus sign",
                "HELO=\u00e4                        | the value of HELO is no xtext, where +2B, in capitals, stands for a plus sign",
                "HELO=a+0D+0A220                    | the value of HELO has control characters",
                "LOGIN=+00                          | the value of LOGIN has control characters",
                "NAME=a+7F                          | the value of NAME has control characters",
            })
    void whatIsWrongIsSaid(String arguments, String complaint) {
        assertThat(complaint(arguments)).isEqualTo(complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2",
                "192.0.2.07",
                "[192.0.2.7]",
                "192.0.2.7/32",
                "IPV6:192.0.2.7",
                "2001:db8::7",
                "IPV6:",
                "mx.example"
            })
    void anAddressHasOneForm(String value) {
        assertThat(complaint("ADDR=" + value)).isEqualTo("ADDR is " + XclientAttribute.ADDR.expected());
        assertThat(complaint("DESTADDR=" + value)).isEqualTo("DESTADDR is " + XclientAttribute.DESTADDR.expected());
    }

    @Test
    void aValueHasAnEnd() {
        assertThat(complaint("HELO=" + "x".repeat(256)))
                .isEqualTo("a value has at most 255 characters, that of HELO has more");
    }

    @Test
    void ehloListsEveryAttribute() {
        String attributes =
                Stream.of(XclientAttribute.values()).map(Enum::name).collect(Collectors.joining(" ", "XCLIENT ", ""));
        assertThat(Replies.ehloBeforeClient("mail.example").lines()).contains(attributes);
    }

    private static Identity after(String arguments) {
        return after(arguments, PEER);
    }

    private static Identity after(String arguments, Identity before) {
        return ((Xclient.Result.Introduced) Xclient.read(arguments, before, PEER)).client();
    }

    private static String complaint(String arguments) {
        return ((Xclient.Result.Wrong) Xclient.read(arguments, PEER, PEER)).complaint();
    }

    private static IpAddress address(String text) {
        return IpAddress.read(text).orElseThrow();
    }
}
