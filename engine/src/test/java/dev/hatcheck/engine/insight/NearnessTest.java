package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What stands between a client and the entries of a group. */
class NearnessTest {
    private static final String HAT = """
            BEFORE:
                198.51.100.0/24
                ACCEPT
            ASKED:
                198.51.100.7
                208.90.57.0/26
                192.0.2.10-20
                2001:db8::/32
                .res.cisco.com
                mx.partner.example
                sbrs[-3.0:-1.0]
                geo[DE]
                ACCEPT
            GOES_ON:
                198.51.100.8
                CONTINUE
            ALL
                ACCEPT
            """;
    private static final Engine ENGINE = Engine.of(
            ListenerSettings.of(ListenerType.PUBLIC),
            HatReader.read(HAT, "t.hat").value(),
            RatReader.read("ALL ACCEPT", "t.rat").value());

    private static final ReverseDns NAMELESS = new ReverseDns.NoRecord();

    @Test
    void anEntryThatOnlyStandsTooLateIsTheNearest() {
        assertThat(entries("198.51.100.7", NAMELESS)).startsWith("198.51.100.7 0");
    }

    @Test
    void anEntryThatContinuesIsMetAsWell() {
        assertThat(Nearness.order(
                                ENGINE.whyNot("GOES_ON", peer("198.51.100.8", NAMELESS)),
                                peer("198.51.100.8", NAMELESS))
                        .getFirst()
                        .nearness())
                .isEqualTo(new Nearness(0, ""));
    }

    @Test
    void anAddressOneBitOffComesBeforeOthers() {
        assertThat(entries("208.90.57.64", NAMELESS))
                .startsWith("208.90.57.0/26 1 1 bit of the first 26 differs; the address just behind its last")
                .endsWith("2001:db8::/32 1000 the other version of IP");
    }

    @Test
    void aRangeThatIsNoBlockIsMeasuredInAddresses() {
        assertThat(entries("192.0.2.23", NAMELESS)).contains("192.0.2.10-20 2 3 addresses behind its last");
        assertThat(entries("192.0.2.9", NAMELESS)).contains("192.0.2.10-20 1 the address just before its first");
    }

    @Test
    void aNameWithoutItsVerificationIsAStepAway() {
        assertThat(entries("192.0.3.1", new ReverseDns.Mismatch(new HostName("mxnat1.res.cisco.com"))))
                .contains(".res.cisco.com 1 mxnat1.res.cisco.com would match if it were verified");
        assertThat(entries(
                        "192.0.3.1", new ReverseDns.TemporaryFailure(Optional.of(new HostName("mx.partner.example")))))
                .contains("mx.partner.example 1 mx.partner.example would match if it were verified");
    }

    @Test
    void theNameItselfIsNotBelowItself() {
        assertThat(entries("192.0.3.1", verified("res.cisco.com")))
                .contains(".res.cisco.com 1 res.cisco.com is the name itself: .res.cisco.com means those below it");
        assertThat(entries("192.0.3.1", verified("a.mx.partner.example")))
                .contains("mx.partner.example 1 a.mx.partner.example lies below it, which .mx.partner.example means");
    }

    @Test
    void ofOtherNamesThoseOfTheSameDomainAreNearer() {
        assertThat(entries("192.0.3.1", verified("mail.partner.example")))
                .contains(
                        "mx.partner.example 3 mail.partner.example differs in front of .partner.example",
                        ".res.cisco.com 22 mail.partner.example has no label in common with it");
    }

    @Test
    void aScoreIsMeasuredInTenths() {
        assertThat(scored(-9)).contains("sbrs[-3.0:-1.0] 1 -0.9 is 0.1 above -1.0");
        assertThat(scored(-45)).contains("sbrs[-3.0:-1.0] 15 -4.5 is 1.5 below -3.0");
    }

    private static List<String> scored(int tenths) {
        return entries(new Peer(
                IpAddress.read("192.0.3.1").orElseThrow(),
                NAMELESS,
                new Reputation.Scored(new Score(tenths)),
                new Country.Unknown(),
                OptionalLong.empty()));
    }

    private static ReverseDns verified(String name) {
        return new ReverseDns.Verified(new HostName(name));
    }

    private static Peer peer(String address, ReverseDns reverseDns) {
        return Peer.of(IpAddress.read(address).orElseThrow()).with(reverseDns);
    }

    private static List<String> entries(String address, ReverseDns reverseDns) {
        return entries(peer(address, reverseDns));
    }

    /** The entries of the group, each with its steps and what is missing. */
    private static List<String> entries(Peer peer) {
        return Nearness.order(ENGINE.whyNot("ASKED", peer), peer).stream()
                .map(near -> near.entry().entry().written() + " "
                        + near.nearness().steps()
                        + (near.nearness().words().isEmpty()
                                ? ""
                                : " " + near.nearness().words()))
                .toList();
    }
}
