package dev.hatcheck.fidelity;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import javax.tools.ToolProvider;

/** Java files, read by the JDK's own compiler as far as their grammar. */
final class Parsed {
    private Parsed() {}

    /** What somebody makes of files while the compiler has them open. */
    static <T> T parse(List<Path> files, BiFunction<DocTrees, Iterable<? extends CompilationUnitTree>, T> reader)
            throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
            return reader.apply(DocTrees.instance(task), task.parse());
        }
    }
}
