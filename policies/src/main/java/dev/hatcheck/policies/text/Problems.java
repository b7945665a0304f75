package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong or doubtful in one text, so that its author sees all of it at once. */
final class Problems {
    private final String file;
    private final List<Problem> errors = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** Something that makes the text useless. */
    void error(Token at, String message) {
        errors.add(new Problem(origin(at), at.column(), message));
    }

    /** The same, for a reader that then has nothing to answer. */
    <T> Optional<T> refuse(Token at, String message) {
        error(at, message);
        return Optional.empty();
    }

    /** Something that the author should know, although the text can be used. */
    void warning(Token at, Doubt doubt) {
        warnings.add(new Warning(origin(at), at.column(), doubt));
    }

    /** Where a token stands. */
    Origin origin(Token token) {
        return Origin.of(file, token.line());
    }

    /** The value with the warnings, if there is no error; the errors, if there are. */
    <T> Reading<T> conclude(T value) {
        if (!errors.isEmpty()) {
            Collections.sort(errors);
            throw new SyntaxException(errors);
        }
        Collections.sort(warnings);
        return new Reading<>(value, warnings);
    }
}
