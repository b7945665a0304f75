package dev.hatcheck.fidelity;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * One of the values that a type lists: a constant of an enum, a form of a sealed type.
 *
 * @param name the texts that a constant is made with, or its own
 * @param tree where it stands
 */
record Case(String name, Tree tree) {
    /** A member as a case of its type, unless it is something else or cites somebody itself. */
    static Optional<Case> of(ClassTree type, Tree member) {
        return switch (member) {
            case VariableTree constant
            when constant.getInitializer() instanceof NewClassTree made
                    && made.getIdentifier()
                            .toString()
                            .equals(type.getSimpleName().toString())
                    && type.getKind() == Tree.Kind.ENUM
                    && isPlain(constant.getModifiers()) -> {
                String texts = texts(made);
                yield Optional.of(new Case(texts.isEmpty() ? constant.getName().toString() : texts, member));
            }
            case ClassTree form
            when type.getModifiers().getFlags().contains(Modifier.SEALED) && isPlain(form.getModifiers()) ->
                Optional.of(new Case(form.getSimpleName().toString(), member));
            default -> Optional.empty();
        };
    }

    /** The texts that a constant is made with. */
    static String texts(NewClassTree made) {
        return made.getArguments().stream()
                .filter(it -> it.getKind() == Tree.Kind.STRING_LITERAL)
                .map(it -> ((LiteralTree) it).getValue().toString())
                .collect(Collectors.joining(", "));
    }

    private static boolean isPlain(ModifiersTree modifiers) {
        return modifiers.getAnnotations().isEmpty();
    }

    /** Its name, and what is said of it. */
    String described(String sentence) {
        return "`" + name + "`" + (sentence.isEmpty() ? "" : ": " + sentence);
    }
}
