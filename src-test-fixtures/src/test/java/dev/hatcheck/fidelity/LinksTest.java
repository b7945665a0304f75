package dev.hatcheck.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No link of our pages is dead. */
class LinksTest {
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern INLINE = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\[([^\\]]+)]: (\\S+)");
    private static final Pattern LABEL = Pattern.compile("]\\[([^\\]]+)]");

    static Stream<Path> pages() throws IOException {
        try (var docs = Files.walk(Project.DOCS);
                var root = Files.list(Project.ROOT)) {
            return Stream.concat(root, docs).filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadSomewhere(Path page) throws IOException {
        String text = CODE.matcher(Files.readString(page)).replaceAll("");
        Stream<String> targets =
                Stream.concat(all(INLINE, 1, text), all(DEFINITION, 2, text)).filter(it -> !it.contains("://"));
        assertThat(targets.filter(it -> !exists(page, it)))
                .as("dead links of %s", page)
                .isEmpty();
        assertThat(all(LABEL, 1, text))
                .as("labels of %s", page)
                .isSubsetOf(all(DEFINITION, 1, text).toList());
    }

    @Test
    void aDeadLinkIsFound() throws IOException {
        Path page = Project.DOCS.resolve("flow.md");
        assertThat(exists(page, "sources.md#documents-of-cisco")).isTrue();
        assertThat(exists(page, "sources.md#documents-of-others")).isFalse();
        assertThat(exists(page, "source.md")).isFalse();
    }

    private static Stream<String> all(Pattern pattern, int group, String text) {
        return pattern.matcher(text).results().map(match -> match.group(group));
    }

    private static boolean exists(Path page, String target) {
        Matcher parts = Pattern.compile("([^#]*)#?(.*)").matcher(target);
        assertThat(parts.matches()).isTrue();
        Path file = parts.group(1).isEmpty() ? page : page.resolveSibling(parts.group(1));
        return Files.exists(file) && (parts.group(2).isEmpty() || hasHeading(file, parts.group(2)));
    }

    private static boolean hasHeading(Path file, String anchor) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(Headings::anchor)
                    .anyMatch(anchor::equals);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
