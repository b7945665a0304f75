package dev.hatcheck.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Given;
import dev.hatcheck.cli.input.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

@Timeout(60)
class GatewayTest {
    private final StringWriter told = new StringWriter();

    @TempDir
    private Path home;

    @Test
    @DisabledOnOs(OS.WINDOWS) // where links are for administrators
    void aFolderOfLogsIsFreeForTheNextGatewayOnceOneIsClosed() throws IOException {
        String logs = home.resolve("mail_logs") + "/";
        start("--smtp", "127.0.0.1:0", "--mail-log", logs).close();
        start("--smtp", "127.0.0.1:0", "--mail-log", logs).close();
        try (var files = Files.list(home.resolve("mail_logs"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".s"))).hasSize(1);
        }
        assertThat(told.toString()).doesNotContain("another gateway");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // where links are for administrators
    void aFolderOfLogsIsFreeAlsoWhenAPortWasTaken() throws IOException {
        String logs = home.resolve("mail_logs") + "/";
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal("--smtp", "127.0.0.1:" + taken.getLocalPort(), "--mail-log", logs)
                            .lines())
                    .singleElement()
                    .asString()
                    .contains("name another place with --smtp");
        }
        start("--smtp", "127.0.0.1:0", "--mail-log", logs).close();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws IOException {
        Path hat = Files.writeString(home.resolve("t.hat"), "ALL\n    ACCEPT {\n");
        Path zone = Files.writeString(home.resolve("t.zone"), "");
        CommandFailure refusal = refusal(
                "--dns",
                "127.0.0.1:5353",
                "--zone",
                zone.toString(),
                "--proxy",
                "192.0.2.1:0",
                "--cert",
                "cert.pem",
                "--hat",
                hat.toString());
        assertThat(refusal.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refusal.lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("--dns 127.0.0.1:5353 and --zone"),
                        line -> assertThat(line).contains("--proxy 192.0.2.1:0"),
                        line -> assertThat(line).contains("--cert and --key"),
                        line -> assertThat(line).contains(hat + ":2:"));
    }

    private CommandFailure refusal(String... arguments) {
        return catchThrowableOfType(CommandFailure.class, () -> start(arguments).close());
    }

    private Gateway start(String... arguments) {
        var options = new GatewayOptions();
        var commandLine = new CommandLine(Given.addTo(CommandSpec.create(), options.all()));
        Words.register(commandLine);
        commandLine.parseArgs(arguments);
        return Gateway.start(options, new Diagnostics(new PrintWriter(told)));
    }
}
