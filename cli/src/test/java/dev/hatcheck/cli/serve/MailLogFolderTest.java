package dev.hatcheck.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.engine.maillog.AsyncOs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // where links are for administrators
class MailLogFolderTest {
    private static final int HEAD = 3;
    private static final String LINE = "x".repeat(99) + "\n";

    /** Room for the head, which is less than 200 bytes, and for eight lines. */
    private static final long EIGHT_LINES = 1_000;

    private final StringWriter told = new StringWriter();
    private final Diagnostics diagnostics = new Diagnostics(new PrintWriter(told));
    private final List<MailLogFolder> open = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-27T01:45:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.ofHours(-6));

    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void aFolder() {
        folder = home.resolve("mail_logs");
    }

    @AfterEach
    void closeLogs() throws IOException {
        for (MailLogFolder log : open) {
            log.close();
        }
    }

    @Test
    void aFolderIsMadeWithACurrentFileThatBeginsAsALogDoesAndALinkToIt() throws IOException {
        open(EIGHT_LINES, 0).write("a line\n");
        assertThat(files()).containsExactly("mail.@20261126T194500.c", "mail.current");
        assertThat(Files.readSymbolicLink(folder.resolve("mail.current"))).hasToString("mail.@20261126T194500.c");
        assertThat(Files.readString(folder.resolve("mail.current"))).isEqualTo("""
                        Thu Nov 26 19:45:00 2026 Info: Begin Logfile
                        Thu Nov 26 19:45:00 2026 Info: Version: 14.0.0-698 SN: HATCHECK-NOT-AN-APPLIANCE
                        Thu Nov 26 19:45:00 2026 Info: Time offset from UTC: -21600 seconds
                        a line
                        """);
    }

    @Test
    void aFileThatHasReachedItsSizeIsRenamedAndAnotherBegun() throws IOException {
        MailLogFolder log = open(EIGHT_LINES, 0);
        for (int i = 0; i < 8; i++) {
            log.write(LINE);
        }
        now = now.plus(Duration.ofMinutes(2));
        log.write(LINE);
        assertThat(files()).containsExactly("mail.@20261126T194500.s", "mail.@20261126T194700.c", "mail.current");
        assertThat(lines("mail.@20261126T194500.s")).hasSize(HEAD + 8);
        assertThat(lines("mail.current"))
                .hasSize(HEAD + 1)
                .first()
                .isEqualTo("Thu Nov 26 19:47:00 2026 Info: Begin Logfile");
        assertThat(told).hasToString("");
    }

    @Test
    void noLineIsLostOrBrokenHoweverTheyCome() throws IOException {
        var random = new Random(4711);
        MailLogFolder log = open(1_024, 0);
        var expected = new ArrayList<String>();
        for (int batch = 0; batch < 50; batch++) {
            List<String> lines = random.ints(random.nextInt(40), 0, 300)
                    .mapToObj(length -> "é".repeat(length) + ".")
                    .toList();
            expected.addAll(lines);
            log.write(lines.stream().map(line -> line + "\n").reduce("", String::concat));
        }
        var written = new ArrayList<String>();
        for (String file : files().stream().filter(name -> name.contains("@")).toList()) {
            List<String> lines = lines(file);
            assertThat(Files.size(folder.resolve(file))).isLessThanOrEqualTo(1_024);
            assertThat(lines).hasSizeGreaterThan(HEAD).first().asString().endsWith("Begin Logfile");
            written.addAll(lines.subList(HEAD, lines.size()));
        }
        assertThat(written).isEqualTo(expected);
    }

    @Test
    void aLineThatIsLongerThanAFileHasOneOfItsOwn() throws IOException {
        MailLogFolder log = open(300, 0);
        log.write("y".repeat(500) + "\n" + LINE);
        assertThat(lines("mail.@20261126T194500.s")).hasSize(HEAD + 1);
        assertThat(lines("mail.current")).hasSize(HEAD + 1);
    }

    @Test
    void namesNeverCollideAndAreInTheOrderOfFilesWhateverTheClockDoes() throws IOException {
        MailLogFolder log = open(EIGHT_LINES, 0);
        log.write(LINE.repeat(20));
        now = now.minus(Duration.ofHours(1));
        log.write(LINE.repeat(8));
        assertThat(files())
                .containsExactly(
                        "mail.@20261126T194500.s",
                        "mail.@20261126T194501.s",
                        "mail.@20261126T194502.s",
                        "mail.@20261126T194503.c",
                        "mail.current");
        assertThat(lines("mail.current")).first().asString().startsWith("Thu Nov 26 18:45:00 2026");
    }

    @Test
    void namesGoOnBehindThoseOfAnEarlierRunUnlessItsClockWasWrong() throws IOException {
        write("mail.@20261126T194730.c", "");
        write("mail.@20361126T194730.s", "");
        write("mail.@20261126T194799.s", "no time at all");
        open(EIGHT_LINES, 0);
        assertThat(files())
                .containsExactly(
                        "mail.@20261126T194730.s",
                        "mail.@20261126T194731.c",
                        "mail.@20261126T194799.s",
                        "mail.@20361126T194730.s",
                        "mail.current");
    }

    @Test
    void whatAnEarlierRunLeftBehindIsRenamedAndNotWrittenTo() throws IOException {
        write("mail.@20261126T194459.c", "older\n");
        write("mail.@20261126T194500.s", "old\n");
        open(EIGHT_LINES, 0);
        assertThat(files())
                .containsExactly(
                        "mail.@20261126T194459.s",
                        "mail.@20261126T194500.s",
                        "mail.@20261126T194501.c",
                        "mail.current");
        assertThat(lines("mail.@20261126T194459.s")).containsExactly("older");
    }

    @Test
    void anotherGatewaysLogIsNotTakenForOneThatWasLeftBehind() throws IOException {
        open(EIGHT_LINES, 0);
        assertThatThrownBy(() -> open(EIGHT_LINES, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another gateway");
        assertThat(files()).containsExactly("mail.@20261126T194500.c", "mail.current");
    }

    @Test
    void theOldestFilesAreDeletedAndNothingElse() throws IOException {
        write("mail.@20251231T235959.s", "");
        write("mail.@20260101T000000.s", "");
        write("mail.@20260101T000000.s.gz", "");
        write("mail.log", "");
        Files.createDirectory(folder.resolve("mail.@20250101T000000.s"));
        MailLogFolder log = open(EIGHT_LINES, 3);
        log.write(LINE.repeat(9));
        assertThat(files())
                .containsExactly(
                        "mail.@20250101T000000.s",
                        "mail.@20260101T000000.s",
                        "mail.@20260101T000000.s.gz",
                        "mail.@20261126T194500.s",
                        "mail.@20261126T194501.c",
                        "mail.current",
                        "mail.log");
    }

    @Test
    void aFileThatIsInThePlaceOfTheLinkIsLeftAloneWhichIsToldOnce() throws IOException {
        write("mail.current", "mine\n");
        MailLogFolder log = open(EIGHT_LINES, 0);
        log.write(LINE.repeat(30));
        assertThat(lines("mail.current")).containsExactly("mine");
        assertThat(told.toString().lines()).singleElement().asString().contains("no link, so it is left alone");
    }

    @Test
    void whereNoOtherFileCanBeBegunLinesGoOnIntoTheOneThereIs() throws IOException {
        MailLogFolder log = open(EIGHT_LINES, 0);
        Path moved = Files.move(folder, home.resolve("moved"));
        Files.writeString(folder, "in the way");
        log.write(LINE.repeat(40));
        assertThat(Files.readAllLines(moved.resolve("mail.@20261126T194500.c"))).hasSize(HEAD + 40);
        assertThat(told.toString().lines()).singleElement().asString().contains("something else of this name");

        Files.delete(folder);
        log.write(LINE.repeat(9));
        assertThat(files()).containsExactly("mail.@20261126T194501.c", "mail.current");
    }

    @Test
    void aFileThatWasTakenAwayIsFollowedByAnotherAfterASignal() throws IOException {
        MailLogFolder log = open(EIGHT_LINES, 0);
        Files.move(folder.resolve("mail.@20261126T194500.c"), home.resolve("taken"));
        assertThat(log.reopened()).isEmpty();
        log.write("after\n");
        assertThat(files()).containsExactly("mail.@20261126T194501.c", "mail.current");
        assertThat(lines("mail.current")).endsWith("after").hasSize(HEAD + 1);
        assertThat(Files.readAllLines(home.resolve("taken"))).hasSize(HEAD);
        assertThat(told).hasToString("");
    }

    @Test
    void aSignalAloneBeginsNoFile() throws IOException {
        MailLogFolder log = open(EIGHT_LINES, 0);
        log.reopened();
        log.write("after\n");
        assertThat(files()).containsExactly("mail.@20261126T194500.c", "mail.current");
    }

    private MailLogFolder open(long bytes, int files) throws IOException {
        var log = MailLogFolder.open(folder, AsyncOs.V14, new MailLogFolder.Bounds(bytes, files), clock, diagnostics);
        open.add(log);
        return log;
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}
