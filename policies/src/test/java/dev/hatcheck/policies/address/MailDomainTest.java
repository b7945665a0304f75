package dev.hatcheck.policies.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDomainTest {
    @ParameterizedTest
    @CsvSource({
        "Example.COM, example.com",
        "example.com., example.com",
        "localhost, localhost",
        "[192.0.2.1], [192.0.2.1]",
        "[IPv6:2001:db8::1], [ipv6:2001:db8::1]",
        "[ipv6:2001:DB8:0::1], [ipv6:2001:db8::1]",
        "[IPV6:2001:0db8:0:0:0:0:0:1], [ipv6:2001:db8::1]",
        "[IPv6:::], [ipv6:::]",
        "[IPv6:::ffff:192.0.2.1], [192.0.2.1]"
    })
    void equalDomainsHaveOneSpelling(String text, String spelling) {
        assertThat(MailDomain.read(text)).contains(spelling);
        assertThat(MailDomain.canonical(text)).isEqualTo(spelling);
        assertThat(MailDomain.read(spelling)).contains(spelling);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "., ''",
        "a..B, a..b",
        "Bücher.example., bücher.example",
        "[IPv6:192.0.2.1], [ipv6:192.0.2.1]",
        "[2001:DB8::1], [2001:db8::1]",
        "[192.0.2.01], [192.0.2.01]",
        "[192.0.2.1, [192.0.2.1",
        "[TAG:x], [tag:x]"
    })
    void whatIsNoDomainOnlyLosesItsCaseAndDot(String text, String spelling) {
        assertThat(MailDomain.read(text)).isEmpty();
        assertThat(MailDomain.canonical(text)).isEqualTo(spelling);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[]", "]", "[ipv6:", "[ipv6:]"})
    void bracketsAloneAreNoDomain(String text) {
        assertThat(MailDomain.read(text)).isEmpty();
    }
}
