package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Origin;

/** What a reader has to say about a place in a text; ordered by these places. */
sealed interface Placed extends Comparable<Placed> permits Problem, Warning {
    Origin origin();

    int column();

    @Override
    default int compareTo(Placed other) {
        int lines = Integer.compare(origin().line(), other.origin().line());
        return lines != 0 ? lines : Integer.compare(column(), other.column());
    }
}
