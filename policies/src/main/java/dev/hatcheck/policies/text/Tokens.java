package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Comment;
import dev.hatcheck.policies.Note;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The tokens of a text in order, with a look at those that come next. */
final class Tokens {
    /** A bound to what a look ahead may cost, above any name that somebody writes in several words. */
    private static final int FEW = 10;

    private final Lexer lexer;
    private final Deque<Token> ahead = new ArrayDeque<>(2);

    Tokens(Lexer lexer) {
        this.lexer = lexer;
    }

    Token next() {
        return ahead.isEmpty() ? lexer.next() : ahead.remove();
    }

    Token peek() {
        if (ahead.isEmpty()) {
            ahead.add(lexer.next());
        }
        return ahead.peekFirst();
    }

    /** The token behind {@link #peek}. */
    Token second() {
        peek();
        if (ahead.size() == 1) {
            ahead.add(lexer.next());
        }
        Iterator<Token> both = ahead.iterator();
        both.next();
        return both.next();
    }

    /** The tokens from {@link #peek} to the end of its line, but no more than a few, none of them taken. */
    List<Token> restOfLine() {
        int line = peek().line();
        while (ahead.size() < FEW
                && ahead.peekLast().line() == line
                && !ahead.peekLast().is(Token.Kind.END)) {
            ahead.add(lexer.next());
        }
        var rest = new ArrayList<Token>();
        for (Token token : ahead) {
            if (token.line() == line) {
                rest.add(token);
            }
        }
        return rest;
    }

    /** Takes the next token if it is of this kind. */
    boolean skip(Token.Kind kind) {
        boolean found = peek().is(kind);
        if (found) {
            next();
        }
        return found;
    }

    /** Takes the note that comes next, if one does. */
    Optional<Note> note() {
        return peek().is(Token.Kind.NOTE) ? Optional.of(new Note(next().text())) : Optional.empty();
    }

    /** Takes the comments that come next; a table has no place for one inside a policy or an entry, but before it. */
    List<Comment> comments() {
        var comments = new ArrayList<Comment>();
        while (peek().is(Token.Kind.COMMENT)) {
            comments.add(new Comment(next().text()));
        }
        return comments;
    }

    /** Takes what stands between the token that was just taken and the end of its line, blanks and all. */
    String takeRestOfLine() {
        if (!ahead.isEmpty()) {
            throw new IllegalStateException("a token of the rest was looked at: " + ahead);
        }
        return lexer.takeRestOfLine();
    }

    /** Skips what is left of a token's line. */
    void skipLine(Token head) {
        while (peek().line() == head.line() && !peek().is(Token.Kind.END)) {
            next();
        }
    }

    /** Skips what is left of a token's line, but not the end of a block. */
    void skipToClose(Token head) {
        while (peek().line() == head.line() && !peek().is(Token.Kind.CLOSE) && !peek().is(Token.Kind.END)) {
            next();
        }
    }

    /** Skips what seems to belong to a token: what is left of its line, and lines that are indented deeper. */
    void skipBelow(Token head) {
        skipLine(head);
        while (peek().column() > head.column() && !peek().is(Token.Kind.END)) {
            skipLine(next());
        }
    }
}
