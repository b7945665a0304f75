package dev.hatcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.maillog.AsyncOs;
import dev.hatcheck.engine.maillog.LineShapes;
import dev.hatcheck.engine.session.CommandOrder;
import dev.hatcheck.engine.session.MessageLimits;
import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.engine.session.TlsRequired;
import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Rfc;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reply, log line, default and limit says where it comes from. */
class SourcesTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern ANNOTATION = Pattern.compile("@Esa\\(([^)]*)\\)");
    private static final Pattern KEY = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| ([A-Z0-9][-A-Za-z0-9]*) \\|");

    static Stream<AnnotatedElement> whatClientsAndAdministratorsSee() {
        Stream<Class<?>> whole = Stream.of(
                Replies.class,
                MessageLimits.class,
                TlsRequired.class,
                CommandOrder.class,
                PolicyParameters.class,
                ListenerParameters.class);
        return Stream.concat(whole, LineShapes.classes())
                .flatMap(SourcesTest::members)
                .filter(member -> !(member instanceof Method method) || !isPlumbing(method));
    }

    @ParameterizedTest
    @MethodSource("whatClientsAndAdministratorsSee")
    void hasASource(AnnotatedElement seen) {
        assertThat(isSourced(seen)).as("%s names @Esa, @Rfc or @Assumed", seen).isTrue();
    }

    @Test
    void commandsReleasesAndFailuresHaveASource() {
        assertThat(List.of(Verb.class, AsyncOs.class, Failure.class))
                .allMatch(type -> isSourced(type)
                        || Arrays.stream(type.getFields())
                                .filter(Field::isEnumConstant)
                                .allMatch(SourcesTest::isSourced));
    }

    @Test
    void aReplyWithoutASourceIsFound() {
        assertThat(members(Planted.class)).hasSize(2).noneMatch(SourcesTest::isSourced);
    }

    @Test
    void everyKeyIsListedAndEveryListedKeyIsUsed() throws IOException {
        assertThat(usedKeys()).isEqualTo(listedKeys());
    }

    private static Stream<AnnotatedElement> members(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredFields()), Arrays.stream(type.getDeclaredMethods()))
                .filter(member -> !member.isSynthetic() && !Modifier.isPrivate(((Member) member).getModifiers()))
                .map(AnnotatedElement.class::cast);
    }

    /** What a record has of itself, and questions about the settings themselves. */
    private static boolean isPlumbing(Method method) {
        return method.getDeclaringClass().isRecord()
                        && Set.of("toString", "hashCode", "equals", "release").contains(method.getName())
                || Set.of("all", "of", "isNotEnforced", "isElsewhere").contains(method.getName());
    }

    private static boolean isSourced(AnnotatedElement element) {
        return element.isAnnotationPresent(Esa.class)
                || element.isAnnotationPresent(Rfc.class)
                || element.isAnnotationPresent(Assumed.class);
    }

    private static Set<String> usedKeys() throws IOException {
        var keys = new TreeSet<String>();
        for (Path file : mainSources()) {
            ANNOTATION
                    .matcher(Files.readString(file))
                    .results()
                    .flatMap(use -> KEY.matcher(use.group(1)).results())
                    .forEach(key -> keys.add(key.group(1)));
        }
        return keys;
    }

    /** The sources of all modules; what is built beside them comes and goes while this reads. */
    private static List<Path> mainSources() throws IOException {
        var sources = new ArrayList<Path>();
        try (var modules = Files.newDirectoryStream(PROJECT, Files::isDirectory);
                var adapters = Files.newDirectoryStream(PROJECT.resolve("adapters"), Files::isDirectory)) {
            for (var folders : List.of(modules, adapters)) {
                for (Path folder : folders) {
                    sources.addAll(javaFilesBelow(folder.resolve("src/main/java")));
                }
            }
        }
        return sources;
    }

    private static List<Path> javaFilesBelow(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Set<String> listedKeys() throws IOException {
        var keys = new TreeSet<String>();
        LISTED.matcher(Files.readString(PROJECT.resolve("docs").resolve("sources.md")))
                .results()
                .forEach(key -> keys.add(key.group(1)));
        return keys;
    }

    /** As somebody in a hurry would write it. */
    static final class Planted {
        static final String HURRY = "250 ok";

        static String hurry(String name) {
            return "250 " + name;
        }
    }
}
