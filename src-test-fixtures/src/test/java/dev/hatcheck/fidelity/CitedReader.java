package dev.hatcheck.fidelity;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the elements of Java files that cite somebody: types, methods, constants. */
final class CitedReader extends TreePathScanner<Void, Void> {
    /** Values that are longer are better looked up where they stand. */
    private static final int MOST = 70;

    private final DocTrees docs;
    private final List<Cited> found = new ArrayList<>();

    private CitedReader(DocTrees docs) {
        this.docs = docs;
    }

    /** All of them, in the order of files and lines. */
    static List<Cited> read(List<Path> files) throws IOException {
        return Parsed.parse(files, (docs, units) -> {
            var reader = new CitedReader(docs);
            units.forEach(unit -> reader.scan(unit, null));
            return reader.found;
        });
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        add(type.getModifiers(), "", cases(type), Optional.empty());
        return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        add(method.getModifiers(), "", List.of(), new SayingReader(enclosing()).read(method));
        return super.visitMethod(method, null);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type) {
            add(
                    variable.getModifiers(),
                    value(variable.getInitializer()),
                    List.of(),
                    new SayingReader(type).read(variable));
        }
        return super.visitVariable(variable, null);
    }

    private void add(ModifiersTree modifiers, String value, List<String> cases, Optional<Saying> saying) {
        var citations = new Citations(
                values(modifiers, "Esa").toList(),
                values(modifiers, "Rfc").toList(),
                values(modifiers, "Assumed").findFirst());
        if (!citations.isEmpty()) {
            found.add(new Cited(
                    Names.of(getCurrentPath()), file(), citations, sentence(getCurrentPath()), value, cases, saying));
        }
    }

    private String sentence(TreePath path) {
        var comment = docs.getDocCommentTree(path);
        return comment == null ? "" : FirstSentence.of(comment);
    }

    /** What values a type has, where they are all listed in it. */
    private List<String> cases(ClassTree type) {
        return type.getMembers().stream()
                .flatMap(member -> Case.of(type, member).stream())
                .map(it -> it.described(sentence(new TreePath(getCurrentPath(), it.tree()))))
                .toList();
    }

    /** What a constant is worth, or the texts that an enum's was made with. */
    private static String value(ExpressionTree initializer) {
        String value = switch (initializer) {
            case NewClassTree made -> Case.texts(made);
            case null -> "";
            default -> initializer.toString();
        };
        return value.length() <= MOST ? value : "";
    }

    private ClassTree enclosing() {
        return (ClassTree) getCurrentPath().getParentPath().getLeaf();
    }

    private Path file() {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        return Path.of(unit.getSourceFile().getName());
    }

    private static Stream<String> values(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .filter(it -> it.getAnnotationType().toString().equals(annotation))
                .map(AnnotationTree::getArguments)
                .flatMap(List::stream)
                .flatMap(CitedReader::texts);
    }

    private static Stream<String> texts(ExpressionTree value) {
        return switch (value) {
            case AssignmentTree named -> texts(named.getExpression());
            case NewArrayTree several -> several.getInitializers().stream().flatMap(CitedReader::texts);
            case BinaryTree sum -> Stream.of(text(sum.getLeftOperand()) + text(sum.getRightOperand()));
            default -> Stream.of(text(value));
        };
    }

    private static String text(ExpressionTree value) {
        return value instanceof LiteralTree literal
                ? literal.getValue().toString()
                : texts(value).findFirst().orElseThrow();
    }
}
