package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.Limit;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"serve", "demo", "trace", "probe"})
    void everyCommandSaysHowItIsUsed(String command) {
        Run run = Run.of(command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: hatcheck " + command, "Exit codes:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theProgramSaysWhichCommandsThereAre() {
        Run run = Run.of("--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("serve", "demo", "trace", "probe");
    }

    /** In a jar it is what the jar says, which .ci/run looks at. */
    @Test
    void theProgramSaysWhichVersionItIs() {
        assertThat(Run.of("--version")).isEqualTo(new Run(0, "hatcheck development%n".formatted(), ""));
        assertThat(Run.of("--help").out()).contains("--version", "Say which version this is.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "srve",
                "serve --smpt 127.0.0.1:0",
                "serve --smtp localhost:0",
                "serve --smtp 127.0.0.1",
                "serve --smtp ::1:25",
                "serve --smtp 127.0.0.1:65536",
                "serve --proxy 0.0.0.0:0",
                "serve --xclient 0.0.0.0:0",
                "serve --trust mail.example",
                "serve --set max_size=1",
                "serve --set clean_smtp=maybe",
                "serve --set clean_smtp",
                "serve --set smtpauth_enabled=on",
                "serve --type both",
                "serve --dns ns.example",
                "serve --dns 127.0.0.1:0",
                "trace --ip 192.0.2.1 --dns system",
                "probe",
                "probe a..b",
                "probe 127.0.0.1:0",
                "probe 127.0.0.1:65536",
                "probe [127.0.0.1",
                "probe mx.example:smtp",
                "probe 127.0.0.1:25 --name a..b",
                "probe 127.0.0.1:25 --dns simulated",
                "probe 127.0.0.1:25 --dns ns.example",
                "probe 127.0.0.1:25 --timeout 0",
                "probe 127.0.0.1:25 --timeout 3601",
                "serve --esa-version 13",
                "serve --mail-log=",
                "serve --mail-log a\u0000b",
                "serve --mail-log-size 1023",
                "serve --mail-log-size 10G",
                "serve --mail-log-files -1",
                "serve --hostname a..b",
                "demo --color sometimes",
                "trace",
                "trace --ip mail.example",
                "trace --ip 192.0.2.1 --ip 192.0.2.2",
                "trace --ip 192.0.2.1 --host a.example --ptr nx",
                "trace --ip 192.0.2.1 --host a.example --unverified b.example",
                "trace --ip 192.0.2.1 --ptr never",
                "trace --ip 192.0.2.1 --sbrs 10.1",
                "trace --ip 192.0.2.1 --sbrs -10.1",
                "trace --ip 192.0.2.1 --sbrs 1.25",
                "trace --ip 192.0.2.1 --country XX",
                "trace --ip 192.0.2.1 --org some",
                "trace --ip 192.0.2.1 --org -1",
                "trace --ip 192.0.2.1 --listener x\ny",
                "check --hostname mail.example",
                "classify --listener Public",
                "serve --listener \u001b",
                "trace --ip 192.0.2.1 --tls maybe",
                "trace --ip 192.0.2.1 --from a\rb",
            })
    void wrongUseIsToldOnStandardErrorAlone(String line) {
        Run run = Run.of(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank();
    }

    @Test
    void aNumberOfFilesIsCountedFromNone() {
        assertThat(Run.of("serve", "--mail-log-files", "-1").err()).contains("a whole number from 0");
    }

    @Test
    void namesComeFromOnePlaceAndWhatElseIsWrongIsToldWithThat() {
        assertThat(Run.of("serve", "--dns", "[::1]:5353", "--zone", "my.zone").err())
                .contains(
                        "--dns [::1]:5353 and --zone: names and DNS lists come from one place; leave out one of them",
                        "my.zone: there is no such file");
    }

    @Test
    void howManyConnectionsAGatewayTakesIsSaid() {
        assertThat(ListenerParameters.MAX_CONCURRENCY.builtIn(ListenerType.PUBLIC))
                .isEqualTo(Limit.atMost(20_000));
        assertThat(Run.of("serve", "--help").out().replaceAll("\\s+", " ")).contains("takes 20,000 connections");
    }

    @Test
    void aLineBreakInAnArgumentIsShownAsLetters() {
        Run run = Run.of("trace", "--ip", "192.0.2.1", "--from", "a@b>\r\nX");
        assertThat(run.err().lines()).last().asString().endsWith("\"a@b>\\r\\nX\"");
    }

    @Test
    void aSettingThatIsUnknownIsAnsweredWithThoseThatAre() {
        assertThat(Run.of("trace", "--ip", "192.0.2.1", "--set", "max_size=1").err())
                .contains("there is no setting max_size", "clean_smtp, max_concurrency", "hat_default_tls");
        assertThat(Run.of("trace", "--ip", "192.0.2.1", "--set", "max_concurency=1")
                        .err())
                .contains("there is no setting max_concurency; did you mean max_concurrency?");
    }

    @Test
    void aCommandThatIsNearlyRightIsGuessed() {
        assertThat(Run.of("clasify").err()).contains("is classify or diff meant?");
    }

    @Test
    void aWordThatIsNoCommandIsCalledSo() {
        Run run = Run.of("foo");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("hatcheck: there is no command foo");
        assertThat(Run.of("chekc").err()).startsWith("hatcheck: there is no command chekc; is check");
    }

    @Test
    void anOptionThatNamesAFileIsToldWithIt() {
        assertThat(Run.of("trace", "--ip", "192.0.2.1", "--rat", "none.rat").err())
                .startsWith("hatcheck: --rat none.rat: there is no such file");
    }

    @Test
    void aTableThatTheUserDidNotWriteIsNotWarnedOf() throws Exception {
        assertThat(Run.of("trace", "--ip", "192.0.2.1").err()).isEmpty();
        Path hat = write("short.hat", "ALL\n    $ACCEPTED\n");
        assertThat(Run.of("trace", "--ip", "192.0.2.1", "--hat", hat.toString()).err())
                .isEmpty();
        assertThat(Run.of("check", "--hat", hat.toString()).out()).contains("[policy-not-defined]");
    }

    @Test
    void aSettingThatDoesNothingYetIsRefusedInPlainWords() {
        assertThat(Run.of("trace", "--ip", "192.0.2.1", "--set", "smtpauth_enabled=on")
                        .err())
                .contains("smtpauth_enabled is a setting of the appliance that Hatcheck does not enforce yet");
    }

    @Test
    void anArgumentWithAnAtSignIsNoFile() {
        assertThat(Run.of("trace", "--ip", "192.0.2.1", "--from", "@example.com", "--json")
                        .code())
                .isZero();
    }

    @Test
    void whatIsWrongInAllFilesIsToldAtOnce() throws Exception {
        Path hat = write("bad.hat", "ALL\n    ACCEPTED\n");
        Path zone = write("bad.zone", "mx.example. A 192.0.2.300\n");
        Run run = Run.of(
                "trace", "--ip", "192.0.2.1", "--hat", hat.toString(), "--zone", zone.toString(), "--set", "x=1");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(hat + ":1:1: ", zone + ":1:15: ", "there is no setting x");
    }

    @Test
    void aFileThatIsNotThereCannotBeRead() {
        Run run = Run.of("serve", "--hat", folder.resolve("no.hat").toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(folder.resolve("no.hat") + ": there is no such file");
    }

    @Test
    void aWarningDoesNotStopACommand() throws Exception {
        Path hat = write("warned.hat", "ALL\n    ACCEPT { spam_check = \"on\" }\n");
        Run run = Run.of("trace", "--ip", "192.0.2.1", "--hat", hat.toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith(hat + ":2:14: warning: spam_check is kept, but not enforced yet");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void ofVeryManyMistakesAndWarningsTheFirstAreTold(@TempDir Path folder) throws Exception {
        Path noise = Files.writeString(folder.resolve("noise.hat"), "}\n".repeat(1000));
        Run run = Run.of("trace", "--ip", "192.0.2.1", "--hat", noise.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(21);
        assertThat(run.err()).contains(noise + ":20:1: ").endsWith(noise + ": and 980 more mistakes\n");

        Path doubtful = Files.writeString(folder.resolve("doubtful.hat"), "A:\n" + hosts(50) + "REJECT\nALL\nACCEPT\n");
        assertThat(Run.of("trace", "--ip", "192.0.2.1", "--hat", doubtful.toString())
                        .err())
                .endsWith(doubtful + ": and 30 more warnings, which `hatcheck check` tells\n");
    }

    private static String hosts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "host" + i + "\n").collect(Collectors.joining());
    }
}
