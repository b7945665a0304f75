package dev.hatcheck.policies.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file begins with what its reader says of it, word for word. */
class FilesOfProblemsTest {
    static Stream<Path> bad() throws Exception {
        return files("bad");
    }

    static Stream<Path> warned() throws Exception {
        return files("warned");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void aBadFileIsRefusedWithAllItsProblems(Path file) throws IOException {
        var refusal = catchThrowableOfType(SyntaxException.class, () -> warnings(file));

        assertThat(refusal).as("refusal").isNotNull();
        assertThat(told(refusal.problems())).containsExactlyElementsOf(expected(file));
        assertThat(refusal).hasMessage(String.join("\n", expected(file)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("warned")
    void aDoubtfulFileIsReadWithWarnings(Path file) throws IOException {
        assertThat(told(warnings(file))).containsExactlyElementsOf(expected(file));
    }

    private static List<Warning> warnings(Path file) throws IOException {
        String text = Files.readString(file);
        String name = file.getFileName().toString();
        return name.endsWith(".rat")
                ? RatReader.read(text, name).warnings()
                : HatReader.read(text, name).warnings();
    }

    private static List<String> told(List<?> said) {
        return said.stream().map(Object::toString).toList();
    }

    private static List<String> expected(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.takeWhile(line -> line.startsWith("# "))
                    .map(line -> line.substring(2))
                    .toList();
        }
    }

    private static Stream<Path> files(String folder) throws IOException, URISyntaxException {
        Path path = Path.of(FilesOfProblemsTest.class.getResource("/" + folder).toURI());
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().toList().stream();
        }
    }
}
