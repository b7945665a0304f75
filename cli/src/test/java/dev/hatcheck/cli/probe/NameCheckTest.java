package dev.hatcheck.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.cli.input.PeerName;
import dev.hatcheck.fixtures.tls.TlsLab;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCheckTest {
    private final TlsLab lab = new TlsLab();

    @ParameterizedTest
    @CsvSource({
        "mail.example,   mail.example,     true",
        "Mail.Example,   mail.example,     true",
        "mail.example,   MAIL.example.,    true",
        "*.example,      mail.example,     true",
        "*.example,      a.mail.example,   false",
        "*.example,      example,          false",
        "*.mail.example, mail.example,     false",
        "m*.example,     mail.example,     false",
        "mail.example,   other.example,    false",
        "*,              mail,             false",
        "192.0.2.1,      192.0.2.1,        true",
        "192.0.2.1,      192.0.2.2,        false",
        "2001:db8::1,    2001:0db8:0::1,   true",
        "xn--bcher-kva.example, bücher.example, true"
    })
    void aCertificateIsForItsAlternativeNames(String inCertificate, String host, boolean matches) {
        Step step = NameCheck.step(
                lab.valid(inCertificate).chain().getFirst(), PeerName.read(host).orElseThrow());
        assertThat(step.isOk()).as(step.detail()).isEqualTo(matches);
    }
}
