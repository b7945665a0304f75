package dev.hatcheck.policies;

import static dev.hatcheck.policies.Limit.UNLIMITED;
import static dev.hatcheck.policies.Limit.atMost;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ValueFormTest {
    @Test
    void aSizeHasUnitsOf1024() {
        assertThat(ValueForm.SIZE.read("10M")).contains(atMost(10_485_760));
        assertThat(ValueForm.SIZE.read("1k")).contains(atMost(1_024));
        assertThat(ValueForm.SIZE.read("1024")).contains(atMost(1_024));
        assertThat(ValueForm.SIZE.read("1023")).isEmpty();
        assertThat(ValueForm.SIZE.read("-1")).contains(UNLIMITED);
    }

    @Test
    void aCountHasUnitsOfAThousand() {
        assertThat(ValueForm.COUNT.read("5k")).contains(atMost(5_000));
        assertThat(ValueForm.COUNT.read("0")).isEmpty();
        assertThat(ValueForm.COUNT.read("-1")).contains(UNLIMITED);
        assertThat(ValueForm.COUNT_OR_ZERO.read("0")).contains(UNLIMITED);
    }

    @Test
    void tlsIsOffOnOrRequiredAndPreferredIsOn() {
        assertThat(ValueForm.TLS.read("off")).contains(TlsUse.OFF);
        assertThat(ValueForm.TLS.read("on")).contains(TlsUse.PREFERRED);
        assertThat(ValueForm.TLS.read("preferred")).contains(TlsUse.PREFERRED);
        assertThat(ValueForm.TLS.read("required")).contains(TlsUse.REQUIRED);
        assertThat(ValueForm.TLS.write(TlsUse.PREFERRED)).isEqualTo("on");
    }

    @Test
    void aTimeHasUnits() {
        assertThat(ValueForm.TIME.read("5m")).contains(Duration.ofMinutes(5));
        assertThat(ValueForm.TIME.read("1h")).contains(Duration.ofHours(1));
        assertThat(ValueForm.TIME.read("90s")).contains(Duration.ofSeconds(90));
        assertThat(ValueForm.TIME.read("90")).contains(Duration.ofSeconds(90));
        assertThat(ValueForm.TIME.read("0")).isEmpty();
    }
}
