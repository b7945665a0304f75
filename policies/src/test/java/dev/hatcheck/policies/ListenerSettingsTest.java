package dev.hatcheck.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenerSettingsTest {
    private final ListenerSettings listener = ListenerSettings.of(ListenerType.PUBLIC);

    @Test
    void aListenerIsNamedAsTheSetUpOfTheApplianceNamesIt() {
        assertThat(listener.name()).isEqualTo("InboundMail");
        assertThat(ListenerSettings.of(ListenerType.PRIVATE).name()).isEqualTo("OutboundMail");
    }

    @Test
    void aSettingIsGivenByItsXmlNameAsText() {
        assertThat(listener.with("clean_smtp", "allow").value(ListenerParameters.CLEAN_SMTP))
                .isEqualTo(CleanSmtp.ALLOW);
        assertThat(listener.with("max_concurrency", "500").value(ListenerParameters.MAX_CONCURRENCY))
                .isEqualTo(Limit.atMost(500));
        assertThat(listener.with("global_inbound_connection_timeout", "15m")
                        .value(ListenerParameters.GLOBAL_INBOUND_CONNECTION_TIMEOUT))
                .isEqualTo(Duration.ofMinutes(15));
        assertThat(listener.with("dns_ptr_timeout", "0.5").value(ListenerParameters.DNS_PTR_TIMEOUT))
                .isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aDefaultOfPoliciesStandsBetweenThePolicyAndWhatIsBuiltIn() {
        Setting<TlsUse> builtIn = listener.policyDefault(PolicyParameters.TLS);
        Setting<TlsUse> given = listener.with("hat_default_tls", "required").policyDefault(PolicyParameters.TLS);
        assertThat(builtIn).isEqualTo(new Setting<>(TlsUse.OFF, Setting.From.BUILT_IN));
        assertThat(given).isEqualTo(new Setting<>(TlsUse.REQUIRED, Setting.From.LISTENER));
    }

    @Test
    void aTimeIsWrittenAsItIsReadBack() {
        for (Duration time : List.of(Duration.ofMillis(1), Duration.ofMillis(1_500), Duration.ofMinutes(5))) {
            assertThat(ValueForm.TIME.read(ValueForm.TIME.write(time))).contains(time);
        }
        assertThat(ValueForm.TIME.write(Duration.ofMillis(1_500))).isEqualTo("1.5");
    }

    @Test
    void aTextOfSeveralLinesIsGivenInOne() {
        assertThat(listener.with("hat_default_smtp_banner_text", "one\\ntwo\r\nthree\nfour")
                        .policyDefault(PolicyParameters.SMTP_BANNER_TEXT)
                        .value())
                .isEqualTo("one\ntwo\nthree\nfour");
    }

    @Test
    void aChangeLeavesTheOriginalAlone() {
        listener.with("clean_smtp", "off");
        assertThat(listener.value(ListenerParameters.CLEAN_SMTP)).isEqualTo(CleanSmtp.ON);
    }

    @ParameterizedTest
    @CsvSource({
        "clean_smtp, maybe, 'clean_smtp is \"on\", \"off\" or \"allow\", not \"maybe\"'",
        "max_concurrency, many, 'max_concurrency is a number from 1, or -1 for no limit, not \"many\"'",
        "max_concurency, 5, there is no setting max_concurency; did you mean max_concurrency?",
        "clean_smpt, on, there is no setting clean_smpt; did you mean clean_smtp?",
        "hat_default_tsl, on, there is no setting hat_default_tsl; did you mean hat_default_tls?",
        "hat_default_max_message_size, 20MB, 'hat_default_max_message_size is a number of bytes from 1024, as in 500k or 20M, or -1 for no limit, not \"20MB\"'",
        "hat_default_nothing, 5, there is no setting hat_default_nothing",
        "default_domain, x, default_domain is a setting of the appliance that Hatcheck does not enforce yet; leave it out",
        "hat_default_dhap_limit, 5, hat_default_dhap_limit is a setting of the appliance that Hatcheck does not enforce yet; leave it out",
        "dns_ptr_timeout, 0.0001, 'dns_ptr_timeout is a time such as 0.5s, 90s, 5m or 1h, not \"0.0001\"'",
        "hat_default_reject_banner_code, 220, 'hat_default_reject_banner_code is a reply code from 400 to 599, not \"220\"'",
        "hat_default_override_hostname, a b, 'hat_default_override_hostname is a host name, or nothing, not \"a b\"'",
        "hat_default_use_override_hostname, yes, 'hat_default_use_override_hostname is \"on\", \"off\" or \"default\", not \"yes\"'",
        "hat, x, hat is not one of these settings: it has an option of its own",
    })
    void whatCannotBeUsedIsSaidInPlainWords(String name, String text, String message) {
        assertThatThrownBy(() -> listener.with(name, text))
                .isInstanceOf(SettingException.class)
                .hasMessage(message);
    }
}
