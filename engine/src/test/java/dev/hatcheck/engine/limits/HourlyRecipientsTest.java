package dev.hatcheck.engine.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Peers;
import dev.hatcheck.policies.Limit;
import dev.hatcheck.policies.address.IpAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HourlyRecipientsTest {
    private static final IpAddress CLIENT = Peers.address("192.0.2.1");
    private static final Limit TWO = Limit.atMost(2);

    private final HourlyRecipients recipients = new HourlyRecipients();

    private static long at(String time) {
        return Long.MAX_VALUE
                - Duration.ofHours(1).toNanos()
                + Duration.parse(time).toNanos(); // tickers may run over
    }

    @Test
    void anAddressHasAsManyInAnHourAsItsLimitSays() {
        assertThat(recipients.take(CLIENT, TWO, at("PT0S"))).isTrue();
        assertThat(recipients.take(CLIENT, TWO, at("PT59M"))).isTrue();
        assertThat(recipients.take(CLIENT, TWO, at("PT59M59S"))).isFalse();
        assertThat(recipients.take(Peers.address("192.0.2.2"), TWO, at("PT59M59S")))
                .isTrue();
        assertThat(recipients.take(CLIENT, TWO, at("PT60M"))).isTrue();
    }

    /** Periods follow each other without a gap, whenever somebody comes. */
    @Test
    void aPeriodBeginsWhereTheLastEnded() {
        recipients.take(CLIENT, TWO, at("PT0S"));
        recipients.take(CLIENT, TWO, at("PT110M"));
        recipients.take(CLIENT, TWO, at("PT115M"));
        assertThat(recipients.take(CLIENT, TWO, at("PT119M"))).isFalse();
        assertThat(recipients.take(CLIENT, TWO, at("PT120M"))).isTrue();
    }

    @Test
    void whatOnePolicyLetsThroughCountsForAnother() {
        for (int i = 0; i < 5; i++) {
            assertThat(recipients.take(CLIENT, Limit.UNLIMITED, at("PT0S"))).isTrue();
        }
        assertThat(recipients.take(CLIENT, TWO, at("PT0S"))).isFalse();
        assertThat(recipients.take(CLIENT, Limit.atMost(6), at("PT0S"))).isTrue();
    }

    @Test
    void ofTooManyAddressesThoseWithoutALimitAreLetThrough() {
        for (int i = 0; i < HourlyRecipients.MOST; i++) {
            recipients.take(IpAddress.ofV4(i), TWO, at("PT0S"));
        }
        assertThat(recipients.take(CLIENT, TWO, at("PT1M"))).isFalse();
        assertThat(recipients.take(CLIENT, Limit.UNLIMITED, at("PT1M"))).isTrue();
        assertThat(recipients.take(IpAddress.ofV4(7), TWO, at("PT1M"))).isTrue();
        assertThat(recipients.take(CLIENT, TWO, at("PT1H"))).isTrue();
    }
}
