package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.text.Token.Kind;
import java.util.Optional;

/**
 * Cuts a text into tokens, one at a time and each character once.
 *
 * <p>Lines end with CR, LF or both; blanks, tabs and commas only separate. Braces cut words, and {@code =} does inside
 * braces. A note may hold quotes and parentheses in pairs; it ends on its line, as a text in quotes does.
 */
final class Lexer {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String text;
    private final Problems problems;
    private int at;
    private int line = 1;
    private int lineStart;
    private boolean atLineStart = true;
    private boolean inBraces;

    Lexer(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            at = 1;
            lineStart = 1;
        }
    }

    /** Whether a text is one word wherever it stands, and so needs no quotes. */
    static boolean isWord(String text) {
        Token token = new Lexer(text, new Problems("")).next();
        return token.isWord() && token.text().equals(text) && text.indexOf('=') < 0;
    }

    /** The next token; at the end of the text {@link Kind#END}, as often as asked. */
    Token next() {
        skipBlanks();
        if (at == text.length()) {
            return token(Kind.END, at, at);
        }
        boolean first = atLineStart;
        atLineStart = false;
        return switch (text.charAt(at)) {
            case '#' -> first ? comment() : strayComment();
            case '{' -> brace(Kind.OPEN);
            case '}' -> brace(Kind.CLOSE);
            case '"' -> quoted();
            case '(' -> note();
            case '=' -> inBraces ? single(Kind.EQUALS) : word();
            default -> word();
        };
    }

    /** What stands between the last token and the end of its line; goes on with the next line. */
    String takeRestOfLine() {
        int from = at;
        while (!isLineEnd(at)) {
            at++;
        }
        return text.substring(from, at);
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            char c = text.charAt(at++);
            if (c == '\n' || c == '\r') {
                if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                line++;
                lineStart = at;
                atLineStart = true;
            }
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == '\f' || c == '\u00a0';
    }

    private boolean isLineEnd(int index) {
        return index >= text.length() || text.charAt(index) == '\n' || text.charAt(index) == '\r';
    }

    private Token token(Kind kind, int from, int to) {
        return new Token(kind, text.substring(from, to), line, column());
    }

    private int column() {
        return at - lineStart + 1;
    }

    private Token single(Kind kind) {
        Token token = token(kind, at, at + 1);
        at++;
        return token;
    }

    private Token brace(Kind kind) {
        inBraces = kind == Kind.OPEN;
        return single(kind);
    }

    private Token comment() {
        int column = column();
        at++;
        return new Token(Kind.COMMENT, takeRestOfLine(), line, column);
    }

    private Token strayComment() {
        problems.error(comment(), "a comment has a line of its own; a remark behind an entry stands in parentheses");
        return next();
    }

    private Token quoted() {
        int end = at + 1;
        while (!isLineEnd(end) && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' && !isLineEnd(end + 1) ? 2 : 1;
        }
        var token = new Token(Kind.QUOTED, Escapes.unquote(text.substring(at + 1, end)), line, column());
        at = end;
        if (isLineEnd(end)) {
            problems.error(token, "the text that begins here has no closing quote on its line");
        } else {
            at++;
        }
        return token;
    }

    private Token note() {
        int end = at + 1;
        int lastClose = at;
        for (int open = 1; !isLineEnd(end) && open > 0; end++) {
            char c = text.charAt(end);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            lastClose = c == ')' ? end : lastClose;
        }
        // Parentheses that do not pair up, as in (see :( here), end at the last one of the line.
        boolean closed = lastClose > at;
        Token token = token(Kind.NOTE, at + 1, closed ? lastClose : end);
        if (!closed) {
            problems.error(token, "the note that begins here has no closing parenthesis on its line");
        }
        at = closed ? lastClose + 1 : end;
        return token;
    }

    private Token word() {
        int end = at;
        while (end < text.length() && !endsWord(end)) {
            end++;
        }
        Token token = token(Kind.WORD, at, endOfName(end));
        at += token.text().length();
        return token;
    }

    /**
     * Where a word ends if an action follows the colon of a group or of {@code ALL} without a blank.
     *
     * <p>Behind a group the action is in capitals, so that no sender of IPv6 is ever cut.
     */
    private int endOfName(int end) {
        int behindColon = text.indexOf(':', at, end) + 1;
        if (behindColon == 0) {
            return end;
        }
        boolean isAll = Ascii.lowerCase(text.substring(at, behindColon)).equals("all:");
        String action = text.substring(behindColon, end);
        Optional<ConnectionBehavior> behavior = Actions.read(action);
        boolean isAction =
                behavior.isPresent() && (isAll || behavior.get().name().equals(action));
        return isAction ? behindColon : end;
    }

    /** A policy may follow a colon without a blank, as in {@code ALL:$ACCEPTED}. */
    private boolean endsWord(int end) {
        char c = text.charAt(end);
        return !isAlwaysOfWord(c)
                && (isBlank(c)
                        || c == '{'
                        || c == '}'
                        || c == '"'
                        || c == '('
                        || c == '=' && inBraces
                        || c == '$' && end > at && text.charAt(end - 1) == ':');
    }

    /** Letters, digits and what stands between them in ASCII, as nearly all characters are. */
    private static boolean isAlwaysOfWord(char c) {
        return c >= '-' && c <= 'z' && c != '=';
    }
}
