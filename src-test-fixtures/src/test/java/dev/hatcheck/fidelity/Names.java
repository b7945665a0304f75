package dev.hatcheck.fidelity;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How elements are called here: by their classes and themselves, as in {@code Sender.Host}. */
final class Names {
    private Names() {}

    static String of(TreePath element) {
        List<String> innermostFirst = StreamSupport.stream(element.spliterator(), false)
                .flatMap(Names::own)
                .toList();
        return innermostFirst.reversed().stream().collect(Collectors.joining("."));
    }

    private static Stream<String> own(Tree tree) {
        return switch (tree) {
            case ClassTree type -> Stream.of(type.getSimpleName().toString());
            case MethodTree method -> Stream.of(method.getName().toString());
            case VariableTree constant -> Stream.of(constant.getName().toString());
            default -> Stream.empty();
        };
    }
}
