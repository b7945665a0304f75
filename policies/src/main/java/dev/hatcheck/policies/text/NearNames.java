package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import java.util.Collection;
import java.util.HashMap;
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
final class NearNames {
    private static final int LONGEST = 64;

    private final Map<String, String> names = new HashMap<>();

    private NearNames() {}

    static NearNames of(Collection<String> names) {
        var near = new NearNames();
        names.stream().sorted().forEach(name -> near.names.put(Ascii.lowerCase(name), name));
        names.stream().sorted().forEach(name -> shortened(name).forEach(rest -> near.names.putIfAbsent(rest, name)));
        return near;
    }

    Optional<String> nearTo(String name) {
        return Stream.concat(Stream.of(Ascii.lowerCase(name)), shortened(name))
                .filter(names::containsKey)
                .findFirst()
                .map(names::get);
    }

    /** The same as the end of a message: {@code ; did you mean tls?}, or nothing. */
    String mend(String name) {
        return nearTo(name).map(near -> "; did you mean " + near + "?").orElse("");
    }

    private static Stream<String> shortened(String name) {
        String lower = Ascii.lowerCase(name);
        return lower.length() > LONGEST
                ? Stream.empty()
                : IntStream.range(0, lower.length()).mapToObj(i -> lower.substring(0, i) + lower.substring(i + 1));
    }
}
