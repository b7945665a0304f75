package dev.hatcheck.cli.prove;

import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.text.Problem;
import dev.hatcheck.policies.text.SyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a claim, taken one by one; it remembers what would have been taken, to say what was expected. */
final class ClaimWords {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|,|[^\\s,\"]+|\"");

    private final Origin origin;
    private final List<Word> words = new ArrayList<>();
    private final Set<String> expected = new LinkedHashSet<>();
    private int next;

    /**
     * A word.
     *
     * @param text without quotes
     * @param column from 1
     * @param quoted whether it stood in quotes, so that it is no keyword
     */
    record Word(String text, int column, boolean quoted) {}

    ClaimWords(String claim, Origin origin) {
        this.origin = origin;
        Matcher matcher = WORD.matcher(claim);
        while (matcher.find()) {
            boolean quoted = matcher.group(1) != null;
            words.add(new Word(quoted ? matcher.group(1) : matcher.group(), matcher.start() + 1, quoted));
        }
        words.add(new Word("", claim.stripTrailing().length() + 1, false));
    }

    Origin origin() {
        return origin;
    }

    /** Takes the next word if it is this one. */
    boolean take(String keyword) {
        expected.add(keyword);
        return takeSilently(keyword);
    }

    /** The same for another form of a word, which is not told of. */
    boolean takeSilently(String keyword) {
        Word word = words.get(next);
        if (word.quoted() || !word.text().equalsIgnoreCase(keyword) || isAtEnd()) {
            return false;
        }
        advance();
        return true;
    }

    /** Takes the next word, which has to be this one. */
    void expect(String keyword) {
        if (!take(keyword)) {
            throw problem();
        }
    }

    /** Takes the next word, whatever it is. */
    Word any(String description) {
        Word word = words.get(next);
        expected.add(description);
        if (isAtEnd() || word.text().equals(",") && !word.quoted()) {
            throw problem();
        }
        advance();
        return word;
    }

    void expectEnd() {
        expected.add("the end");
        if (!isAtEnd()) {
            throw problem();
        }
    }

    private void advance() {
        next++;
        expected.clear();
    }

    private boolean isAtEnd() {
        return next == words.size() - 1;
    }

    /** That the next word is none of those that were expected. */
    SyntaxException problem() {
        Word word = words.get(next);
        String found = isAtEnd() ? "the end" : "\"" + word.text() + "\"";
        return problem(word, "found " + found + ", expected " + listed(List.copyOf(expected)));
    }

    /** Something wrong with a word. */
    SyntaxException problem(Word at, String message) {
        return new SyntaxException(List.of(new Problem(origin, at.column(), message)));
    }

    private static String listed(List<String> expected) {
        List<String> words = expected.stream()
                .map(word -> word.equals(",") ? "a comma" : word)
                .toList();
        int last = words.size() - 1;
        return last == 0 ? words.getFirst() : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
