package dev.hatcheck.smtp.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Reputation.None;
import dev.hatcheck.engine.Reputation.Rfc1918;
import dev.hatcheck.engine.Reputation.Scored;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.text.SyntaxException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedReputationTest {
    private static final FixedReputation TABLE = FixedReputation.read("""
            # the neighbourhood
            192.0.2.0/24      -3.0 US          # all of them
            192.0.2.64/26      5   ch org=17
            192.0.2.70         none
            0.0.0.0/0          0.1
            2001:db8::/32      9.9 org=18
            2001:db8::7       -10.0 DE
            ::/0               -0.5
            10.0.0.0/8         7.0 US org=19
            """, "lab.rep");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "192.0.2.1, -3.0",
        "192.0.2.64, 5.0",
        "192.0.2.127, 5.0",
        "192.0.2.128, -3.0",
        "198.51.100.1, 0.1",
        "::ffff:192.0.2.64, 5.0",
        "2001:db8::7, -10.0",
        "2001:db8::8, 9.9",
        "::1, -0.5"
    })
    void theSmallestRangeThatHoldsTheClientCounts(String client, String score) {
        assertThat(listing(client).reputation())
                .isInstanceOfSatisfying(
                        Scored.class, scored -> assertThat(scored.score()).hasToString(score));
    }

    @Test
    void noneIsAnAnswerToo() {
        assertThat(listing("192.0.2.70"))
                .isEqualTo(new Listing(new None(), new Country.Unknown(), OptionalLong.empty()));
    }

    @Test
    void aCountryHasItsEnglishNameAndTheOrganisationItsNumber() {
        assertThat(listing("192.0.2.65"))
                .isEqualTo(new Listing(
                        new Scored(new Score(50)), new Country.Known("CH", "Switzerland"), OptionalLong.of(17)));
        assertThat(listing("192.0.2.1").country()).isEqualTo(new Country.Known("US", "United States"));
    }

    @Test
    void aPrivateClientIsNotAskedFor() {
        assertThat(listing("10.1.2.3"))
                .isEqualTo(new Listing(new Rfc1918(), new Country.NotApplicable(), OptionalLong.empty()));
    }

    @Test
    void aClientThatIsNotListedHasNoScore() {
        assertThat(FixedReputation.read("", "lab.rep").of(IpAddress.ofV4(0xc0000207)))
                .isEqualTo(new Listing(new None(), new Country.Unknown(), OptionalLong.empty()));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThatThrownBy(() -> FixedReputation.read("""
                192.0.2.0/24 10.1
                192.0.2.1/24 1.0
                192.0.2.2    1.25 XX org=many
                010.0.0.1    none
                192.0.2.3
                192.0.2.4    none US org=1 more
                192.0.2.5    -0.0 Uk # near
                """, "lab.rep"))
                .isInstanceOf(SyntaxException.class)
                .hasMessage("""
                lab.rep:1:14: found 10.1, expected a score from -10.0 to 10.0 with one decimal, or none
                lab.rep:2:1: found 192.0.2.1/24, expected each address once, and line 1 has it
                lab.rep:3:14: found 1.25, expected a score from -10.0 to 10.0 with one decimal, or none
                lab.rep:3:19: found XX, expected the two letters of a country in ISO 3166, as in US
                lab.rep:3:22: found org=many, expected org= and a number, as in org=1234
                lab.rep:4:1: found 010.0.0.1, expected an address or a CIDR, as in 192.0.2.0/24
                lab.rep:5:10: found nothing behind 192.0.2.3, expected a score from -10.0 to 10.0 or none
                lab.rep:6:28: found more, expected at most a country of two letters and then org= with a number
                lab.rep:7:19: found Uk, expected the two letters of a country in ISO 3166, as in US""");
    }

    private static Listing listing(String client) {
        return TABLE.of(IpAddress.read(client).orElseThrow());
    }
}
