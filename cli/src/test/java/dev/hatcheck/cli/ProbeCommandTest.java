package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.fixtures.FakeDns;
import dev.hatcheck.fixtures.tls.ServerTls;
import dev.hatcheck.fixtures.tls.TlsLab;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.smtp.ListenerOptions;
import dev.hatcheck.smtp.SmtpListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProbeCommandTest {
    private static final TlsLab LAB = new TlsLab();

    @TempDir
    private Path folder;

    private static SmtpListener gate(ServerTls tls) throws IOException {
        String hat = "$T\n    ACCEPT { tls = \"required\" }\nALL\n    $T\n";
        return SmtpListener.start(tls.in(ListenerOptions.of(Engine.of(
                ListenerSettings.of(ListenerType.PUBLIC),
                HatReader.read(hat, "hat").value(),
                RatReader.read("ALL ACCEPT\n", "rat").value()))));
    }

    private Run probe(ServerTls tls, String... more) throws IOException {
        Path root = Files.writeString(folder.resolve("root.pem"), LAB.rootPem());
        try (var gate = gate(tls)) {
            Run run = Run.of(Stream.concat(
                            Stream.of("probe", "127.0.0.1:" + gate.port(), "--ca", root.toString()), Stream.of(more))
                    .toArray(String[]::new));
            return new Run(run.code(), run.out().replace(String.valueOf(gate.port()), "PORT"), run.err());
        }
    }

    static Stream<Arguments> servers() {
        return Stream.of(
                Arguments.of(ServerTls.of(LAB, TlsLab::valid), "PASS"),
                Arguments.of(ServerTls.neverOffered(), "NO_STARTTLS"),
                Arguments.of(ServerTls.refused(), "NO_STARTTLS"),
                Arguments.of(ServerTls.failing(), "HANDSHAKE"),
                Arguments.of(ServerTls.cut(), "HANDSHAKE"),
                Arguments.of(ServerTls.demoCertificate(), "SELF_SIGNED"),
                Arguments.of(ServerTls.of(LAB, TlsLab::missingIntermediate), "MISSING_INTERMEDIATE"),
                Arguments.of(ServerTls.of(LAB, TlsLab::unknownCa), "UNTRUSTED_ROOT"),
                Arguments.of(ServerTls.of(LAB, it -> it.valid("a.example", "b.example")), "NAME_MISMATCH"),
                Arguments.of(ServerTls.of(LAB, TlsLab::expired), "EXPIRED"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("servers")
    void theVerdictAndTheExitCodeSayTheSame(ServerTls tls, String verdict) throws IOException {
        Run run = probe(tls, "--name", "mail.example", "--json");
        assertThat(run.out()).startsWith("{\"verdict\":\"" + verdict + "\",\"steps\":[{\"step\":\"mx\",\"ok\":true,");
        assertThat(run.code()).isEqualTo(verdict.equals("PASS") ? 0 : 1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theAnswerForProgramsHasItsFieldsInOrder() throws IOException {
        String json =
                probe(ServerTls.of(LAB, TlsLab::missingIntermediate), "--json").out();
        assertThat(json.replaceAll("20[0-9T:-]+Z", "TIME")
                        .replaceAll("[0-9]+ days", "N days")
                        .replaceAll("[0-9a-f]{64}", "SHA"))
                .isEqualToIgnoringNewLines("""
                {"verdict":"MISSING_INTERMEDIATE","steps":[\
                {"step":"mx","ok":true,"detail":"not looked up, as a port is given"},\
                {"step":"connect","ok":true,"detail":"127.0.0.1 port PORT greets with 220 mail.example ESMTP"},\
                {"step":"ehlo","ok":true,"detail":"250 mail.example"},\
                {"step":"starttls","ok":true,"detail":"220 Go ahead with TLS"},\
                {"step":"handshake","ok":true,"detail":"TLSv1.3, TLS_AES_256_GCM_SHA384"},\
                {"step":"chain","ok":false,"detail":"mail.example is signed by Hatcheck Test Intermediate, whose\
                 certificate is not shown: taken for an intermediate, as it belongs to the organisation of a trusted root; it is to be had at\
                 http://ca.hatcheck.invalid/intermediate.cer"},\
                {"step":"name","ok":true,"detail":"127.0.0.1"},\
                {"step":"dates","ok":true,"detail":"all are valid until TIME, for N days more"}],\
                "certificate":{"subject":"CN=mail.example",\
                "issuer":"CN=Hatcheck Test Intermediate,O=Hatcheck Test",\
                "names":["mail.example","localhost","127.0.0.1","0:0:0:0:0:0:0:1"],\
                "notBefore":"TIME","notAfter":"TIME","key":"EC 256","signature":"SHA256withECDSA",\
                "sha256":"SHA","shownWith":[]}}
                """);
    }

    /** TLS for the clients of the founding case alone, and for nobody else. */
    private static final String CRES =
            "CRES:\n    208.90.57.0/26\n    ACCEPT { tls = \"required\" }\nALL\n    ACCEPT\n";

    @Test
    void aServerThatOffersTlsToOneClientAloneIsProbedAsThatClient() throws IOException {
        Path root = Files.writeString(folder.resolve("root.pem"), LAB.rootPem());
        var options = ServerTls.of(LAB, TlsLab::valid)
                .in(ListenerOptions.of(Engine.of(
                        ListenerSettings.of(ListenerType.PUBLIC),
                        HatReader.read(CRES, "hat").value(),
                        RatReader.read("ALL ACCEPT\n", "rat").value())))
                .withProxy(
                        new InetSocketAddress("127.0.0.1", 0),
                        List.of(IpRange.read("127.0.0.1").orElseThrow()));
        try (var gate = SmtpListener.start(options)) {
            String server = "127.0.0.1:" + gate.proxyAddress().getPort();
            Run cres =
                    Run.of("probe", server, "--name", "mail.example", "--ca", root.toString(), "--as", "208.90.57.32");
            assertThat(cres.out()).contains("greets 208.90.57.32 with 220 mail.example", "PASS");
            assertThat(cres.code()).isZero();
            assertThat(Run.of("probe", server, "--as", "192.0.2.1").out()).contains("NO_STARTTLS");
            assertThat(Run.of("probe", server, "--as", "2001:db8::1").out()).contains("NO_STARTTLS");
            assertThat(Run.of("probe", "127.0.0.1:" + gate.port(), "--as", "208.90.57.32")
                            .out())
                    .contains("REFUSED");
        }
    }

    @Test
    void withoutACertificateThatFieldIsNull() throws IOException {
        assertThat(probe(ServerTls.neverOffered(), "--json").out().strip()).endsWith("\"certificate\":null}");
    }

    @Test
    void theAnswerForPeopleHasTheVerdictLast() throws IOException {
        Run run = probe(ServerTls.of(LAB, TlsLab::wrongName));
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        List<String> lines = run.out().lines().toList();
        assertThat(lines)
                .contains(
                        " mx         ok  not looked up, as a port is given",
                        " name       no  not for 127.0.0.1, but for elsewhere.invalid",
                        "NAME_MISMATCH");
        assertThat(lines.subList(lines.indexOf("NAME_MISMATCH"), lines.size()))
                .containsExactly(
                        "NAME_MISMATCH",
                        "",
                        " To mend it: get a certificate that has the name among its alternative names.");
    }

    @Test
    void aStepThatWasNotReachedSaysSo() throws IOException {
        assertThat(probe(ServerTls.neverOffered()).out().lines())
                .contains(" handshake  -   not reached", " dates      -   not reached");
    }

    @Test
    void aHostIsFoundByTheNameServerThatIsAsked() throws IOException {
        Path root = Files.writeString(folder.resolve("root.pem"), LAB.rootPem());
        try (var dns = FakeDns.start("mail.example. A 127.0.0.1\n");
                var gate = gate(ServerTls.of(LAB, TlsLab::valid))) {
            String server = "127.0.0.1:" + dns.address().getPort();
            Run run =
                    Run.of("probe", "mail.example:" + gate.port(), "--dns", server, "--ca", root.toString(), "--json");
            assertThat(run.out()).startsWith("{\"verdict\":\"PASS\"");
            assertThat(dns.questions()).containsExactlyInAnyOrder("mail.example. A", "mail.example. AAAA");
        }
    }

    @Test
    void nothingIsSimulatedHere() {
        for (String source : List.of("nope", "simulated")) {
            assertThat(Run.of("probe", "127.0.0.1:1", "--dns", source).err())
                    .contains("expected system, or the address of a name server", "\"" + source + "\"");
        }
    }

    // ---- the file of who is trusted

    @Test
    void anIntermediateInTheFileIsNotTrustedButKnown() throws IOException {
        Path both = Files.writeString(
                folder.resolve("both.pem"),
                LAB.unknownCa().chainPem() + LAB.rootPem() + LAB.valid().chainPem());
        try (var gate = gate(ServerTls.of(LAB, TlsLab::missingIntermediate))) {
            Run run = Run.of("probe", "127.0.0.1:" + gate.port(), "--ca", both.toString());
            assertThat(run.out().replaceAll("\\s+", " ")).contains("the file of trusted certificates has it");
            assertThat(run.code()).isEqualTo(1);
        }
    }

    private Run withFile(String name) {
        return Run.of("probe", "127.0.0.1:1", "--ca", folder.resolve(name).toString());
    }

    @Test
    void aFileThatIsOfNoUseIsToldOf() throws IOException {
        assertThat(withFile("none.pem").err()).contains("none.pem: there is no such file or folder");
        assertThat(withFile("none.pem").code()).isEqualTo(3);
        Files.writeString(folder.resolve("empty.pem"), "nothing");
        assertThat(withFile("empty.pem").err()).contains("empty.pem: expected a certificate in PEM");
        Files.writeString(folder.resolve("chain.pem"), LAB.valid().chainPem());
        assertThat(withFile("chain.pem").err())
                .contains("chain.pem: expected a root, which is a certificate that signs itself");
        assertThat(withFile("chain.pem").code()).isEqualTo(2);
    }
}
