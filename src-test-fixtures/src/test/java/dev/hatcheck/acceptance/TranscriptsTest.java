package dev.hatcheck.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.fixtures.tls.TlsLab;
import dev.hatcheck.fixtures.transcript.Transcript;
import dev.hatcheck.fixtures.transcript.TranscriptServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays every transcript: folder {@code transcripts/<feature>}, file {@code <sentence>.smtp}.
 *
 * <p>With {@code -Dupdate.golden=true} what was played is written instead of compared; look at the difference before
 * you believe it.
 */
class TranscriptsTest {
    private static final Path TRANSCRIPTS = Path.of("src/test/transcripts");

    /** What is decided, and not how bytes travel or time passes: the same wherever the conversation runs. */
    private static final List<String> DECISIONS =
            List.of("admission", "banner", "delayed-rejection", "preset", "rat", "tls");

    private static final Pattern TECHNOTE = Pattern.compile("technote \\d+");

    /** What counts as a source: something to look up, or the confession that there is nothing. */
    private static final Pattern SOURCE =
            Pattern.compile("\\b(RFC \\d+|PROXY specification, section \\d|XCLIENT_README|CVE-\\d{4}-\\d+"
                    + "|technote \\d{6}|Guide \\d+(\\.\\d+)+|CODES|CRIBL|ELASTIC|SPAM2WHO|WILD|[Aa]ssumed)\\b");

    private final TlsLab authority = new TlsLab();

    @TestFactory
    Stream<DynamicTest> theListenerSpeaksAsTheTranscriptsSay() throws IOException {
        return transcripts().map(file -> test(file, TranscriptServer::listener));
    }

    @TestFactory
    Stream<DynamicTest> aSubEthaServerDecidesAsTheListenerDoes() throws IOException {
        return transcripts()
                .filter(file ->
                        DECISIONS.contains(file.getParent().getFileName().toString()))
                .map(file -> test(file, SubEthaServer::start));
    }

    @Test
    void everyTranscriptNamesItsSourceInItsFirstLine() throws IOException {
        assertThat(transcripts())
                .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)
                                .lines()
                                .findFirst())
                        .hasValueSatisfying(
                                line -> assertThat(line).startsWith("# ").containsPattern(SOURCE)));
    }

    @Test
    void whatTranscriptsNameOfCiscosStandsInTheListOfSources() throws IOException {
        String list = Files.readString(Path.of("../docs/sources.md"));
        assertThat(transcripts())
                .allSatisfy(file -> assertThat(TECHNOTE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                                .results()
                                .map(MatchResult::group))
                        .allSatisfy(technote -> assertThat(list).contains("| " + technote + ":")));
    }

    private static Stream<Path> transcripts() throws IOException {
        try (var files = Files.walk(TRANSCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".smtp")).sorted().toList().stream();
        }
    }

    private DynamicTest test(Path file, TranscriptServer.Starter starter) {
        return DynamicTest.dynamicTest(sentence(file), file.toUri(), () -> {
            String expected = Files.readString(file, StandardCharsets.ISO_8859_1);
            String played = Transcript.read(expected).play(starter, authority);
            if (Boolean.getBoolean("update.golden")) {
                Files.writeString(file, played, StandardCharsets.ISO_8859_1);
            } else {
                assertThat(played).isEqualTo(expected);
            }
        });
    }

    private static String sentence(Path file) {
        String words = file.getFileName().toString().replace(".smtp", "").replace('-', ' ');
        return file.getParent().getFileName() + ": " + words;
    }
}
