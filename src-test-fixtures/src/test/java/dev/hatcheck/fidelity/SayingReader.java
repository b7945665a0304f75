package dev.hatcheck.fidelity;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Name;

/**
 * Reads from the code what it says: the arguments of {@code Reply.of}, and what the teller of an event returns.
 *
 * <p>What is no text becomes a hole with the name of what fills it. Whatever is put together in another way is not
 * read.
 */
final class SayingReader extends SimpleTreeVisitor<String, Void> {
    private final ClassTree within;

    SayingReader(ClassTree within) {
        super("{something}");
        this.within = within;
    }

    Optional<Saying> read(VariableTree constant) {
        return reply(constant.getInitializer());
    }

    Optional<Saying> read(MethodTree method) {
        Optional<ExpressionTree> returned = returned(method);
        return tellsAnEvent(method)
                ? returned.map(line -> new Saying(visit(line, null)))
                : returned.flatMap(this::reply);
    }

    private Optional<Saying> reply(Tree tree) {
        if (!(tree instanceof MethodInvocationTree call)
                || !call.getMethodSelect().toString().equals("Reply.of")) {
            return Optional.empty();
        }
        String code = visit(call.getArguments().get(0), null);
        int last = call.getArguments().size() - 1;
        return Optional.of(new Saying(IntStream.rangeClosed(1, last)
                .mapToObj(i -> code
                        + (i < last ? "-" : " ")
                        + visit(call.getArguments().get(i), null))
                .collect(Collectors.joining("\n"))));
    }

    private static boolean tellsAnEvent(MethodTree method) {
        return method.getParameters().size() == 1
                && method.getParameters().get(0).getType().toString().startsWith("MailEvent.");
    }

    private static Optional<ExpressionTree> returned(MethodTree method) {
        List<ReturnTree> returns = method.getBody() == null
                ? List.of()
                : method.getBody().getStatements().stream()
                        .filter(ReturnTree.class::isInstance)
                        .map(ReturnTree.class::cast)
                        .toList();
        return returns.size() == 1 ? Optional.of(returns.get(0).getExpression()) : Optional.empty();
    }

    @Override
    public String visitLiteral(LiteralTree literal, Void nothing) {
        return String.valueOf(literal.getValue());
    }

    @Override
    public String visitBinary(BinaryTree sum, Void nothing) {
        return sum.getKind() == Tree.Kind.PLUS
                ? visit(sum.getLeftOperand(), null) + visit(sum.getRightOperand(), null)
                : defaultAction(sum, null);
    }

    @Override
    public String visitIdentifier(IdentifierTree name, Void nothing) {
        return ownText(name.getName()).orElse("{" + name.getName() + "}");
    }

    @Override
    public String visitMemberSelect(MemberSelectTree select, Void nothing) {
        return "{" + select.getIdentifier() + "}";
    }

    /** What is asked for without arguments is what fills the hole; what is done to it is of no interest. */
    @Override
    public String visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        ExpressionTree method = call.getMethodSelect();
        if (call.getArguments().isEmpty()) {
            return visit(method, null);
        }
        if (method instanceof MemberSelectTree select && !isType(select.getExpression())) {
            return visit(select.getExpression(), null);
        }
        return ownWords(method.toString())
                .map(words -> visit(words, null))
                .orElseGet(() -> visit(call.getArguments().getLast(), null));
    }

    @Override
    public String visitSwitchExpression(SwitchExpressionTree choice, Void nothing) {
        CaseTree first = choice.getCases().get(0);
        return visit(first.getBody(), null);
    }

    private static boolean isType(ExpressionTree receiver) {
        return Character.isUpperCase(receiver.toString().charAt(0));
    }

    /** The text of a constant of the same class. */
    private Optional<String> ownText(Name constant) {
        return within.getMembers().stream()
                .filter(member ->
                        member instanceof VariableTree own && own.getName().equals(constant))
                .map(member -> ((VariableTree) member).getInitializer())
                .filter(initializer -> initializer instanceof LiteralTree)
                .map(initializer -> visit(initializer, null))
                .findFirst();
    }

    /** What a method of the same class says in place of its caller, as long as it cites nobody itself. */
    private Optional<ExpressionTree> ownWords(String method) {
        return within.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(it -> it.getName().contentEquals(method)
                        && it.getModifiers().getAnnotations().isEmpty())
                .findFirst()
                .flatMap(SayingReader::returned);
    }
}
