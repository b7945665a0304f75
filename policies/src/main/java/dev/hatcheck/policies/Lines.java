package dev.hatcheck.policies;

import java.util.List;
import java.util.stream.Stream;

/** The lines of a table or a part of it, which are of several kinds. */
final class Lines {
    private Lines() {}

    /** Those of one kind, in order. */
    static <T> Stream<T> only(Class<T> kind, List<?> lines) {
        return lines.stream().filter(kind::isInstance).map(kind::cast);
    }
}
