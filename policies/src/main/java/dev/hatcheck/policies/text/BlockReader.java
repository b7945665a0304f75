package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Comment;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.WrittenParameter;
import dev.hatcheck.policies.WrittenPolicy;
import dev.hatcheck.policies.spelling.NearNames;
import dev.hatcheck.policies.text.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what stands between braces: parameters and comments. One reader serves all blocks of a text. */
class BlockReader {
    private final Tokens tokens;
    private final Problems problems;
    private final Map<String, Parameter<?>> known;
    private final NearNames names;
    private final Set<String> toldNotEnforced = new HashSet<>();

    BlockReader(Tokens tokens, Problems problems, List<Parameter<?>> known) {
        this.tokens = tokens;
        this.problems = problems;
        this.known = new HashMap<>();
        for (Parameter<?> parameter : known) {
            this.known.put(parameter.keyword(), parameter);
        }
        this.names = NearNames.of(this.known.keySet());
    }

    /** Whether a parameter needs no value; here all need one. */
    boolean mayStandAlone(String keyword) {
        return false;
    }

    /** The block that comes next; no lines if none does. */
    List<WrittenPolicy.Line> read() {
        if (!tokens.peek().is(Kind.OPEN)) {
            return List.of();
        }
        Token open = tokens.next();
        var lines = new ArrayList<WrittenPolicy.Line>();
        var places = new HashMap<String, Token>();
        while (!tokens.skip(Kind.CLOSE)) {
            if (isBeyondBlock()) {
                Token beyond = tokens.peek();
                problems.error(
                        open,
                        "this \"{\" has no \"}\", which is expected before " + beyond.described() + " on line "
                                + beyond.line());
                return lines;
            }
            line(tokens.next(), lines, places);
        }
        return lines;
    }

    /** Whether what comes next cannot stand in a block, so that the author must have forgotten to close it. */
    private boolean isBeyondBlock() {
        Token next = tokens.peek();
        return next.is(Kind.END)
                || next.isWord()
                        && !tokens.second().is(Kind.EQUALS)
                        && (!Ascii.isWord(next.text())
                                || tokens.second().isPolicyName()
                                || Actions.isAction(tokens.second()));
    }

    private void line(Token token, List<WrittenPolicy.Line> lines, Map<String, Token> places) {
        switch (token.kind()) {
            case COMMENT -> lines.add(new Comment(token.text()));
            case WORD -> {
                Optional<WrittenParameter> parameter = parameter(token, places);
                if (parameter.isPresent()) {
                    lines.add(parameter.get());
                }
            }
            case QUOTED, NOTE, OPEN, CLOSE, EQUALS, END -> {
                tokens.skipToClose(token);
                problems.error(token, "a parameter is expected, not " + token.described());
            }
        }
    }

    private Optional<WrittenParameter> parameter(Token name, Map<String, Token> places) {
        String keyword = keyword(name);
        Token first = places.putIfAbsent(keyword, name);
        if (first != null) {
            problems.error(name, keyword + " stands twice between these braces; the first is on line " + first.line());
        }
        warn(name, keyword);
        if (tokens.skip(Kind.EQUALS)) {
            return value(name, keyword);
        }
        if (mayStandAlone(keyword)) {
            return Optional.of(new WrittenParameter(keyword, "", false, problems.origin(name)));
        }
        Token found = tokens.peek();
        tokens.skipToClose(name);
        return problems.refuse(
                name, "\"=\" and a value are expected behind " + name.described() + ", not " + found.described());
    }

    /** Keywords in lower case; one is misspelled in a manual, and so perhaps in tables. */
    @Esa("ADV73-47")
    private static String keyword(Token name) {
        String keyword = Ascii.lowerCase(name.text());
        return keyword.equals("signficant_bits") ? "significant_bits" : keyword;
    }

    private Optional<Parameter<?>> known(String keyword) {
        return Optional.ofNullable(known.get(keyword));
    }

    private void warn(Token name, String keyword) {
        Optional<Parameter<?>> parameter = known(keyword);
        if (parameter.isEmpty()) {
            problems.warning(name, new Doubt.UnknownParameter(keyword, names.nearTo(keyword)));
        } else if (!parameter.get().isEnforced() && toldNotEnforced.add(keyword)) {
            problems.warning(name, new Doubt.NotEnforced(keyword));
        }
    }

    private Optional<WrittenParameter> value(Token name, String keyword) {
        Token value = tokens.peek();
        boolean isValue =
                value.is(Kind.QUOTED) || value.isWord() && !tokens.second().is(Kind.EQUALS);
        if (!isValue) {
            return problems.refuse(
                    name, "a value is expected behind " + Shown.of(keyword + " =") + ", not " + value.described());
        }
        tokens.next();
        Optional<Parameter<?>> parameter = known(keyword);
        if (parameter.isPresent() && parameter.get().form().isNumber()) {
            Optional<String> joined = joined(value);
            if (joined.isPresent()) {
                return problems.refuse(
                        value,
                        keyword + " has a blank before its unit: write " + joined.get() + ", not "
                                + Shown.of(value.text() + " " + tokens.next().text()));
            }
        }
        if (parameter.isPresent() && parameter.get().form().read(value.text()).isEmpty()) {
            return problems.refuse(
                    value, keyword + " is " + parameter.get().form().expected() + ", not " + Shown.of(value.text()));
        }
        // Numbers stand bare and texts in quotes, whichever way a known parameter was typed.
        boolean quoted = parameter.isPresent() ? !parameter.get().form().isNumber() : value.is(Kind.QUOTED);
        return Optional.of(new WrittenParameter(keyword, value.text(), quoted, problems.origin(name)));
    }

    /** A number that has just been read with its unit, if a unit comes next and is not itself a parameter. */
    private Optional<String> joined(Token number) {
        Optional<String> joined = Units.join(number, tokens.peek());
        return joined.isPresent() && tokens.second().is(Kind.EQUALS) ? Optional.empty() : joined;
    }
}
