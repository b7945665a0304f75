package dev.hatcheck.policies.text;

import java.util.List;
import java.util.stream.Collectors;

/** Says that a text cannot be used, with everything that is wrong with it in the order of the text. */
public final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public SyntaxException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, at least one problem. */
    public List<Problem> problems() {
        return problems;
    }
}
