package dev.hatcheck.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.fixtures.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/failures.md} shows how tests fail, and is made by letting them; with {@code -Dupdate.golden=true} it is
 * written anew.
 */
class FailuresTest {
    private static final Path PAGE = Path.of("../docs/failures.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/hatcheck/acceptance/FailuresOnPurpose.java");
    private static final Pattern METHOD =
            Pattern.compile("    @DisplayName\\(\"([^\n]*)\"\\)\n(    void [^\n]*\\{\n.*?\n    }\n)", Pattern.DOTALL);
    private static final String HEAD = """
            # How tests fail

            Ten tests of [FailuresOnPurpose](../src-test-fixtures/src/test/java/dev/hatcheck/acceptance/FailuresOnPurpose.java), and
            what each of them says. Their gate has the preset for CRES, and a zone in which 203.0.113.7 is called
            mxnat1.res.cisco.com, while that name leads to another address.

            What the kit expects itself (`HatcheckAssertions`, `await`, `only`, `assertNeverPlaintext`, and clients that are not
            answered) has all that the gate knows in its own message. To the failure of somebody else the extension adds it
            as a suppressed exception, `What the gate knows`, and leaves its message alone. Runners print that behind the stack
            trace; Surefire does not where `trimStackTrace` is `true`. In either case it is also in the report of the test: from
            JUnit 5.12 on as a file `hatcheck.txt` in the folder of the test (with Maven
            `target/junit-jupiter/CLASS/METHOD`), before as an entry. A gate that was started by hand adds nothing to the
            failures of others: its test can print `gate.sessions()` and `gate.log()`.

            The page is made by running them: see [CONTRIBUTING](../CONTRIBUTING.md).
            """;

    @TempDir
    private Path reports;

    @Test
    void thePageIsWhatTheTestsSay() throws IOException {
        String page = page();
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private String page() throws IOException {
        List<MatchResult> methods =
                METHOD.matcher(Files.readString(SOURCE)).results().toList();
        Runs runs = Runs.of(FailuresOnPurpose.class, reports, Map.of());
        assertThat(runs.all())
                .hasSize(10)
                .extracting(Runs.Run::name)
                .containsExactlyInAnyOrderElementsOf(
                        methods.stream().map(method -> method.group(1)).toList());
        assertThat(runs.all()).as("tests that should have failed").allMatch(Runs.Run::failed);
        Map<String, Throwable> failures = runs.failed().collect(Collectors.toMap(Runs.Run::name, Runs.Run::failure));
        return HEAD
                + methods.stream()
                        .map(method -> section(method.group(1), method.group(2), failures.get(method.group(1))))
                        .collect(Collectors.joining());
    }

    private static String section(String title, String source, Throwable failure) {
        String told = Stream.concat(
                        Stream.of(failure.getMessage()),
                        Arrays.stream(failure.getSuppressed()).map(Throwable::toString))
                .collect(Collectors.joining("\n\n"));
        return "\n## %s\n\n```java\n%s```\n\n```\n%s\n```\n"
                .formatted(title, source.stripTrailing().stripIndent() + "\n", told.stripTrailing());
    }
}
