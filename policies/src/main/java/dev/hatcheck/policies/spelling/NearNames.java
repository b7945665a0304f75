package dev.hatcheck.policies.spelling;

import dev.hatcheck.policies.Ascii;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the name that an author probably meant.
 *
 * <p>Two names are near if they are equal, case aside, once at most one character is taken from each: that covers a
 * letter too many, too few, another one, and two that changed places. Looking one up takes no longer for more names.
 */
public final class NearNames {
    private static final int LONGEST = 64;

    private final Collection<String> known;
    private final Map<String, String> near = new HashMap<>();

    private NearNames(Collection<String> known) {
        this.known = known;
    }

    /** Near to these; nothing is worked out before somebody asks, as hardly anybody does. */
    public static NearNames of(Collection<String> names) {
        return new NearNames(List.copyOf(names));
    }

    /** The names by all spellings that are near to them. */
    private synchronized Map<String, String> near() {
        if (near.isEmpty()) {
            known.stream().sorted().forEach(name -> near.put(Ascii.lowerCase(name), name));
            known.stream().sorted().forEach(name -> shortened(name).forEach(rest -> near.putIfAbsent(rest, name)));
        }
        return near;
    }

    /** The known name that is near to one, if any is. */
    public Optional<String> nearTo(String name) {
        Map<String, String> names = near();
        return Stream.concat(Stream.of(Ascii.lowerCase(name)), shortened(name))
                .filter(names::containsKey)
                .findFirst()
                .map(names::get);
    }

    /** The same as the end of a message: {@code ; did you mean tls?}, or nothing. */
    public String mend(String name) {
        return question(nearTo(name));
    }

    /** That end of a message, for a name that was found otherwise. */
    public static String question(Optional<String> near) {
        return near.map(known -> "; did you mean " + known + "?").orElse("");
    }

    private static Stream<String> shortened(String name) {
        String lower = Ascii.lowerCase(name);
        return lower.length() > LONGEST
                ? Stream.empty()
                : IntStream.range(0, lower.length()).mapToObj(i -> lower.substring(0, i) + lower.substring(i + 1));
    }
}
