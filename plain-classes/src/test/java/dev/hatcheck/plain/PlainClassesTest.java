package dev.hatcheck.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** Given classes as they are compiled, when they are rewritten, then they do the same without lambdas. */
class PlainClassesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void compiledClasses() throws IOException, URISyntaxException {
        Path sample = Path.of(Sample.class.getResource("Sample.class").toURI());
        Path compiled = Files.createDirectories(folder.resolve("dev/hatcheck/plain"));
        try (Stream<Path> files = Files.list(sample.getParent())) {
            for (Path file : files.filter(PlainClassesTest::isOfSample).toList()) {
                Files.copy(file, compiled.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isOfSample(Path file) {
        return file.getFileName().toString().startsWith("Sample");
    }

    @Test
    void theyAnswerAsBefore() throws Exception {
        PlainClasses.main(folder.toString());

        assertThat(answers()).isEqualTo(new Sample().get());
    }

    @Test
    void onlyWhatNoPlainClassCanSayIsLeftToTheJvm() throws Exception {
        assertThat(bootstraps()).contains("metafactory", "altMetafactory", "typeSwitch");

        PlainClasses.main(folder.toString());

        assertThat(bootstraps())
                .doesNotContain("metafactory")
                .contains("altMetafactory")
                .containsOnlyOnce("typeSwitch");
    }

    @Test
    void theyPassTheVerifier() throws Exception {
        PlainClasses.main(folder.toString());

        try (URLClassLoader loader = loader()) {
            for (byte[] bytes : files().values()) {
                var problems = new StringWriter();
                CheckClassAdapter.verify(new ClassReader(bytes), loader, false, new PrintWriter(problems));
                assertThat(problems.toString()).isEmpty();
            }
        }
    }

    @Test
    void toRewriteThemAgainChangesNothing() throws Exception {
        PlainClasses.main(folder.toString());
        Map<String, byte[]> once = files();

        PlainClasses.main(folder.toString());

        assertThat(files()).containsExactlyInAnyOrderEntriesOf(once);
    }

    @Test
    void whatIsCutShortIsFinishedTheNextTime() throws Exception {
        List<Map.Entry<String, byte[]>> all =
                List.copyOf(PlainClasses.rewritten(PlainClasses.classes(folder)).entrySet());
        for (int written = 1; written < all.size(); written++) {
            for (Map.Entry<String, byte[]> each : all) {
                Files.deleteIfExists(file(each));
            }
            compiledClasses();
            for (Map.Entry<String, byte[]> each : all.subList(0, written)) {
                Files.write(file(each), each.getValue());
            }

            PlainClasses.main(folder.toString());

            assertThat(answers()).isEqualTo(new Sample().get());
        }
    }

    private Path file(Map.Entry<String, byte[]> rewritten) {
        return folder.resolve(rewritten.getKey() + ".class");
    }

    @Test
    void aClassIsGoneWhenItsLambdaIs() throws Exception {
        compile("class Changing { Runnable one = () -> {}; Runnable two = () -> {}; }");
        PlainClasses.main(folder.toString());
        assertThat(namesBeginningWith("Changing")).containsExactly("Changing$$0", "Changing$$1", "Changing");

        compile("class Changing { Runnable two = () -> {}; }");
        PlainClasses.main(folder.toString());
        assertThat(namesBeginningWith("Changing")).containsExactly("Changing$$0", "Changing");

        Files.delete(folder.resolve("Changing.class"));
        PlainClasses.main(folder.toString());
        assertThat(namesBeginningWith("Changing")).isEmpty();
        assertThat(answers()).isEqualTo(new Sample().get());
    }

    private void compile(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Changing.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-d", folder.toString(), file.toString()))
                .isZero();
    }

    private List<String> namesBeginningWith(String start) throws IOException {
        return files().keySet().stream()
                .map(file -> Path.of(file).getFileName().toString())
                .filter(name -> name.startsWith(start) && name.endsWith(".class"))
                .map(name -> name.substring(0, name.length() - ".class".length()))
                .toList();
    }

    private Object answers() throws Exception {
        try (URLClassLoader loader = loader()) {
            Class<?> sample = loader.loadClass(Sample.class.getName());
            return ((Supplier<?>) sample.getDeclaredConstructor().newInstance()).get();
        }
    }

    /** A loader of these classes, and not of the ones that they were made of. */
    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private Map<String, byte[]> files() throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(file -> files.put(file.toString(), read(file)));
        }
        return files;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of what the JVM is asked to make something by. */
    private List<String> bootstraps() throws IOException {
        var names = new ArrayList<String>();
        for (byte[] bytes : files().values()) {
            var read = new ClassNode();
            new ClassReader(bytes).accept(read, 0);
            for (MethodNode method : read.methods) {
                for (AbstractInsnNode instruction : method.instructions) {
                    if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                        names.add(dynamic.bsm.getName());
                    }
                }
            }
        }
        return names;
    }
}
