package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What pages show of commands is what these answer.
 *
 * <p>With {@code -Dupdate.golden=true} the answers are written instead of compared; look at the difference before you
 * keep it.
 */
class PagesTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Pattern SHOWN = Pattern.compile("```\n\\$ \\./hatcheck ([^\n]*)\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @ParameterizedTest
    @ValueSource(strings = {"prove.md", "check.md", "diff.md", "classify.md", "why-not.md"})
    void pagesShowWhatCommandsAnswer(String name) throws IOException {
        Path file = DOCS.resolve(name);
        String written = Files.readString(file);
        String played = SHOWN.matcher(written)
                .replaceAll(shown -> Matcher.quoteReplacement(
                        "```\n$ ./hatcheck " + shown.group(1) + "\n" + answer(shown.group(1)) + "```\n"));
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(file, played);
        }
        assertThat(Files.readString(file))
                .as("made by: mvn -pl cli -am -Dtest=PagesTest -Dupdate.golden=true test")
                .isEqualTo(played);
        assertThat(SHOWN.matcher(written).results()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            check.svg | check
            diff.svg  | diff policies/presets/cres.hat docs/cres-last.hat
            """)
    void picturesAreWhatCommandsDraw(String name, String commandLine) throws IOException {
        Path file = DOCS.resolve(name);
        String drawn = answer(commandLine + " --svg -");
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(file, drawn);
        }
        assertThat(Files.readString(file))
                .as("drawn by: mvn -pl cli -am -Dtest=PagesTest -Dupdate.golden=true test")
                .isEqualTo(drawn);
    }

    /** Pages name files as seen from the folder of the project, a test runs in that of its module. */
    private static String answer(String commandLine) {
        List<String> words = WORD.matcher(commandLine)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> word.replaceFirst("(^| )(docs|policies)/", "$1../$2/"))
                .toList();
        return Run.of(words.toArray(String[]::new)).out().replaceAll("\\.\\./(docs|policies)/", "$1/");
    }
}
