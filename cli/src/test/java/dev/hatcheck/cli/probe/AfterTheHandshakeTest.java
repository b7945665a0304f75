package dev.hatcheck.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.cli.input.PeerName;
import dev.hatcheck.cli.input.Target;
import dev.hatcheck.fixtures.tls.TlsLab;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a handshake is worth that the client has ended: the server may think otherwise. */
@Timeout(60)
class AfterTheHandshakeTest {
    private static final TlsLab LAB = new TlsLab();
    private static final Anchors TRUSTED = Anchors.of(List.of(LAB.root()));
    private static final String LOG =
            "look in the log of the server why it closes the connection; what stands between" + " may do so, too";

    private record Inside(SSLContext context, String version, boolean wantsCertificate, ScriptedServer.Whole script) {
        static Inside of(String version, ScriptedServer.Whole script) {
            return new Inside(LAB.server("mail.example"), version, false, script);
        }

        Inside wantingACertificate() {
            return new Inside(context, version, true, script);
        }

        void play(Socket client) throws IOException {
            BufferedReader in = ScriptedServer.reader(client);
            for (String line : List.of("220 mail.example", "250-mail.example\r\n250 STARTTLS", "220 go")) {
                ScriptedServer.say(client.getOutputStream(), line + "\r\n");
                if (!line.equals("220 go")) {
                    in.readLine();
                }
            }
            try (var tls = (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), false)) {
                tls.setUseClientMode(false);
                tls.setEnabledProtocols(new String[] {version});
                tls.setNeedClientAuth(wantsCertificate);
                tls.startHandshake();
                script.play(tls);
            } catch (SSLHandshakeException refused) {
                // the client may still be writing: a reset would overtake the alert
                client.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static Examination examine(Inside inside) throws IOException {
        try (var server = new ScriptedServer(inside::play)) {
            Directory none = Directory.of(new InetSocketAddress("127.0.0.1", 1), Duration.ofMillis(3));
            var question = new Probe.Question(
                    Target.read("127.0.0.1:" + server.port()).orElseThrow(),
                    PeerName.read("mail.example"),
                    TRUSTED,
                    Instant.now(),
                    Duration.ofSeconds(20));
            return Probe.examine(question, none);
        }
    }

    private static Step handshake(Examination examination) {
        return examination.steps().stream()
                .filter(step -> step.stage() == Stage.HANDSHAKE)
                .findFirst()
                .orElseThrow();
    }

    private static ScriptedServer.Whole answering(String reply) {
        return tls -> {
            BufferedReader in = ScriptedServer.reader(tls);
            in.readLine();
            ScriptedServer.say(tls.getOutputStream(), reply + "\r\n");
            in.readLine();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void whoAnswersEhloInsideTlsPasses(String version) throws IOException {
        Examination examination = examine(Inside.of(version, answering("250 mail.example")));
        assertThat(examination.verdict()).isEqualTo(Verdict.PASS);
        assertThat(handshake(examination).detail()).startsWith(version + ", TLS_");
    }

    @Test
    void ehloIsSaidAndLeaveIsTakenInsideTls() throws IOException {
        var heard = new CompletableFuture<List<String>>();
        examine(Inside.of("TLSv1.3", tls -> {
            BufferedReader in = ScriptedServer.reader(tls);
            String hello = in.readLine();
            ScriptedServer.say(tls.getOutputStream(), "250 mail.example\r\n");
            heard.complete(List.of(hello, in.readLine()));
        }));
        assertThat(heard.join()).containsExactly("EHLO [127.0.0.1]", "QUIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void whoWantsACertificateOfTheClientDoesNotPass(String version) throws IOException {
        Examination examination =
                examine(Inside.of(version, answering("250 mail.example")).wantingACertificate());
        assertThat(examination.verdict()).isEqualTo(Verdict.HANDSHAKE);
        assertThat(handshake(examination).detail())
                .startsWith("the server wants a certificate of the client: it asked for one, and broke off with the"
                        + " alert ");
        assertThat(examination.mend()).isEqualTo(HandshakeFailure.SERVES_ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void whoHangsUpAfterTheHandshakeDoesNotPass(String version) throws IOException {
        Examination examination =
                examine(Inside.of(version, tls -> ScriptedServer.reader(tls).readLine()));
        assertThat(handshake(examination))
                .isEqualTo(new Step(
                        Stage.HANDSHAKE,
                        Verdict.HANDSHAKE,
                        "the server closed the connection after the handshake, before it answered EHLO",
                        LOG));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "454 not so fast | EHLO inside TLS was answered 454 not so fast",
                "what is this    | EHLO inside TLS was answered not a reply of SMTP: what is this"
            })
    void whoAnswersOtherwiseDoesNotPass(String reply, String detail) throws IOException {
        Examination examination = examine(Inside.of("TLSv1.3", answering(reply)));
        assertThat(examination.verdict()).isEqualTo(Verdict.HANDSHAKE);
        assertThat(handshake(examination).detail()).isEqualTo(detail);
        assertThat(examination.mend()).isEqualTo("let the server answer EHLO inside TLS with 250, as it did before");
    }

    @Test
    void theCertificateIsLookedAtAllTheSame() throws IOException {
        var strange = new Inside(LAB.wrongName().serverContext(), "TLSv1.3", false, answering("454 no"));
        Examination examination = examine(strange);
        assertThat(examination.shown()).isNotEmpty();
        assertThat(examination.steps())
                .filteredOn(step -> !step.isOk())
                .extracting(Step::verdict)
                .containsExactly(Verdict.HANDSHAKE, Verdict.NAME_MISMATCH);
    }

    // ---- how it ended, and what mends it

    @ParameterizedTest(name = "{0}, asked for a certificate: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "certificate_required | false | the server wants a certificate of the client | let the server do without",
                "handshake_failure    | true  | the server wants a certificate of the client | let the server do without",
                "handshake_failure    | false | the server broke off with the alert handshake_failure | let the server speak TLS",
                "protocol_version     | true  | the server broke off with the alert protocol_version | let the server speak TLS",
                "unrecognized_name    | false | the server broke off with the alert unrecognized_name | look in the log"
            })
    void anAlertIsNamedAndMendedAsItSays(String alert, boolean wasAsked, String detail, String mend) {
        var why = new SSLHandshakeException("(" + alert + ") Received fatal alert: " + alert);
        Step step = new HandshakeFailure(why, wasAsked, "").step();
        assertThat(step.verdict()).isEqualTo(Verdict.HANDSHAKE);
        assertThat(step.detail()).startsWith(detail).contains("alert " + alert);
        assertThat(step.mend()).startsWith(mend);
    }

    @Test
    void whoAskedForACertificateAndClosesMayMissIt() {
        Step step = new HandshakeFailure(new EOFException(), true, "").step();
        assertThat(step.detail())
                .isEqualTo("the server closed the connection; it had asked for a certificate of the client");
        assertThat(step.mend()).startsWith(HandshakeFailure.SERVES_ALL);
    }

    @Test
    void aCutInTheHandshakeIsNoMatterOfVersions() {
        var why = new SSLHandshakeException("Remote host terminated the handshake");
        why.initCause(new EOFException());
        assertThat(new HandshakeFailure(why, false, "").step())
                .isEqualTo(new Step(Stage.HANDSHAKE, Verdict.HANDSHAKE, "the server closed the connection", LOG));
    }
}
