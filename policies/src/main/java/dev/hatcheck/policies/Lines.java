package dev.hatcheck.policies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The lines of a table or a part of it, which are of several kinds. */
final class Lines {
    private Lines() {}

    /** Those of one kind, in order. */
    static <T> List<T> only(Class<T> kind, List<?> lines) {
        var only = new ArrayList<T>();
        for (Object line : lines) {
            if (kind.isInstance(line)) {
                only.add(kind.cast(line));
            }
        }
        return Collections.unmodifiableList(only);
    }
}
