package dev.hatcheck.cli.classify;

import dev.hatcheck.cli.input.Word;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A word that a list repeats, read once for each spelling; the first thousand spellings are remembered. */
final class Remembered<T> {
    private static final int MOST = 1000;

    private final Word<T> word;
    private final Map<String, Optional<T>> known = new ConcurrentHashMap<>();

    Remembered(Word<T> word) {
        this.word = word;
    }

    Optional<T> read(String text) {
        Optional<T> before = known.get(text);
        if (before != null) {
            return before;
        }
        Optional<T> now = word.read(text);
        if (known.size() < MOST) {
            known.put(text, now);
        }
        return now;
    }

    String complaint(String found) {
        return word.complaint(found);
    }
}
